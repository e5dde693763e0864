"""The packages of the distribution: kg, and the query library of queries/ as the package kg_queries."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["kg", "kg.*"]), "kg_queries"],
    package_dir={"kg": "kg", "kg_queries": "queries"},
)
