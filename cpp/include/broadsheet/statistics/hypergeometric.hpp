#pragma once

namespace broadsheet::statistics {

/// How many marked balls come up among `draws` from `marked` + `unmarked` of them, none put back.
/// All three are whole numbers below 2**53, draws at most their sum. Probabilities have a relative
/// error of about 1e-12.
///
/// Source of the probabilities: Loader 2000, as a quotient of three binomial ones.
struct Hypergeometric {
  double marked = 0;
  double unmarked = 0;
  double draws = 0;

  /// The least and the greatest number that can come up.
  [[nodiscard]] double least() const noexcept { return draws > unmarked ? draws - unmarked : 0; }
  [[nodiscard]] double most() const noexcept { return draws < marked ? draws : marked; }

  /// ln P(X = k), k whole and from `least` to `most`.
  [[nodiscard]] double log_probability(double k) const;
  /// ln P(X >= k) and ln P(X <= k), k whole: 0 where it is certain, -inf where it cannot be.
  /// Time grows with the standard deviation, and less the further k is from the mean.
  [[nodiscard]] double log_at_least(double k) const;
  [[nodiscard]] double log_at_most(double k) const;
  /// ln of the probability of all numbers that are no likelier than k; one that is likelier by up
  /// to 1e-7 of itself counts too, so that rounding does not part equals.
  /// Source: R, fisher.test.
  [[nodiscard]] double log_at_most_as_likely(double k) const;
};

}  // namespace broadsheet::statistics
