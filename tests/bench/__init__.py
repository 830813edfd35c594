"""Speed beside other packages, as ratios: `./dev bench`, or PYTHONPATH=tests python -m bench."""
