"""Contract rules as a Great Expectations suite, with the expectations that its core does not have.

Importing this module imports Great Expectations, which takes seconds: only validation does. Every expectation here
reads text columns as Python strings (object dtype) and passes over rows in which it has nothing to hold against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import pycountry
from great_expectations.core.expectation_suite import ExpectationSuite
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation, MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    MulticolumnMapMetricProvider,
    column_condition_partial,
    multicolumn_condition_partial,
)
from great_expectations.expectations.registry import get_expectation_impl

from sitrep import edtf

if TYPE_CHECKING:
    from sitrep.contracts import Rule


@cache
def country_codes(withdrawn: bool, user_assigned: tuple[str, ...]) -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes; with ``withdrawn`` those of ISO 3166-3 too (SUN, YUG, CSK: wars have their states)."""
    codes = {country.alpha_3 for country in pycountry.countries}
    if withdrawn:
        codes |= {country.alpha_3 for country in pycountry.historic_countries}
    return frozenset(codes | set(user_assigned))


class _CountryValues(ColumnMapMetricProvider):
    condition_metric_name = "column_values.country"
    condition_value_keys = ("withdrawn", "user_assigned")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, withdrawn: bool, user_assigned: Iterable[str], **_: Any) -> pd.Series:
        return column.isin(country_codes(withdrawn, tuple(user_assigned)))


class ExpectColumnValuesToBeCountry(ColumnMapExpectation):
    """Values are alpha-3 country codes (see ``country_codes``)."""

    map_metric = "column_values.country"
    success_keys = ("withdrawn", "user_assigned", "mostly")
    withdrawn: bool = False
    user_assigned: list[str] = []  # noqa: RUF012 - a field of the model


class _EdtfValues(ColumnMapMetricProvider):
    condition_metric_name = "column_values.edtf"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, **_: Any) -> pd.Series:
        known = {value: edtf.is_valid(value) for value in column.unique()}
        return column.map(known).astype(bool)


class ExpectColumnValuesToBeEdtf(ColumnMapExpectation):
    """Values are EDTF dates, levels 0 to 2 (ISO 8601-2)."""

    map_metric = "column_values.edtf"


class _SortedSubsetValues(ColumnMapMetricProvider):
    condition_metric_name = "column_values.sorted_subset"
    condition_value_keys = ("value_set",)

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, value_set: Iterable[Any], **_: Any) -> pd.Series:
        allowed = set(value_set)
        return column.map(lambda values: list(values) == sorted(allowed.intersection(values))).astype(bool)


class ExpectColumnValuesToBeSortedSubset(ColumnMapExpectation):
    """Values are lists, sorted, each item once and one of ``value_set``."""

    map_metric = "column_values.sorted_subset"
    success_keys = ("value_set", "mostly")
    value_set: list[Any] = []  # noqa: RUF012 - a field of the model


class _QuoteLength(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.quote_length"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        start, end, quote = (column_list.iloc[:, i] for i in range(3))
        return quote.map(len) == end - start


class ExpectQuoteToBeAsLongAsSpan(MulticolumnMapExpectation):
    """Of (char_start, char_end, quote), the quote has char_end - char_start code points."""

    map_metric = "multicolumn_values.quote_length"
    ignore_row_if: str = "any_value_is_missing"


class _TextLength(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.text_length"
    condition_domain_keys = _QuoteLength.condition_domain_keys

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        return column_list.iloc[:, 1].map(len) == column_list.iloc[:, 0]


class ExpectColumnValueLengthsToMatchColumn(MulticolumnMapExpectation):
    """Of (length, text), the text has that many code points."""

    map_metric = "multicolumn_values.text_length"
    ignore_row_if: str = "any_value_is_missing"


class _NullTogether(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.null_together"
    condition_domain_keys = _QuoteLength.condition_domain_keys

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        nulls = column_list.isna()
        return nulls.all(axis=1) | ~nulls.any(axis=1)


class ExpectColumnsToBeNullTogether(MulticolumnMapExpectation):
    """The columns are all null or all given."""

    map_metric = "multicolumn_values.null_together"
    ignore_row_if: str = "never"


class _Agreeing(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.agreeing"
    condition_domain_keys = _QuoteLength.condition_domain_keys
    condition_value_keys = ("combinations",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, combinations: Iterable[Iterable[Any]], **_: Any) -> pd.Series:
        allowed = {tuple(combination) for combination in combinations}
        rows = zip(*(column_list[name] for name in column_list), strict=True)
        return pd.Series([row in allowed for row in rows], column_list.index, dtype=bool)


class ExpectColumnsToAgree(MulticolumnMapExpectation):
    """The columns hold one of ``combinations``. The core has this for pairs, at a hundred times the time."""

    map_metric = "multicolumn_values.agreeing"
    success_keys = ("combinations", "mostly")
    combinations: list[list[Any]] = []  # noqa: RUF012 - a field of the model
    ignore_row_if: str = "any_value_is_missing"


class _Given(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.given"
    condition_domain_keys = _QuoteLength.condition_domain_keys
    condition_value_keys = ("given",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, given: Mapping[str, Iterable[str]], **_: Any) -> pd.Series:
        decides, *others = column_list
        wanted = {name: {value for value, names in given.items() if name in names} for name in others}
        fits = [column_list[name].notna() == column_list[decides].isin(wanted[name]) for name in others]
        return pd.concat(fits, axis=1).all(axis=1) | ~column_list[decides].isin(given)


class ExpectColumnsGivenToFollow(MulticolumnMapExpectation):
    """Of the first column, each value that ``given`` knows says which of the others are given; the rest are null."""

    map_metric = "multicolumn_values.given"
    success_keys = ("given", "mostly")
    given: dict[str, list[str]] = {}  # noqa: RUF012 - a field of the model
    ignore_row_if: str = "never"


class _DaysOfEdtf(MulticolumnMapMetricProvider):
    condition_metric_name = "multicolumn_values.days_of_edtf"
    condition_domain_keys = _QuoteLength.condition_domain_keys

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        values, start, end = (column_list.iloc[:, i] for i in range(3))
        known = {value: edtf.parse(value) for value in values.dropna().unique() if edtf.is_valid(value)}
        days = [known.get(value, _NO_DAYS) for value in values]
        fits = _same_days(start, [day.start for day in days]) & _same_days(end, [day.end for day in days])
        return fits | (values.notna() & ~values.isin(known))


class ExpectDaysToBeThoseOfEdtf(MulticolumnMapExpectation):
    """Of (EDTF value, first day, last day), the days are those that the value covers; null without a value."""

    map_metric = "multicolumn_values.days_of_edtf"
    ignore_row_if: str = "never"


class _NoDays(NamedTuple):
    start: None = None
    end: None = None


_NO_DAYS = _NoDays()


def _same_days(column: pd.Series, days: list[date | None]) -> pd.Series:
    expected = pd.Series(np.array(days, dtype="datetime64[s]"), column.index)
    return (column == expected) | (column.isna() & expected.isna())


def suite(name: str, rules: Iterable[Rule]) -> ExpectationSuite:
    """The suite of these rules. Each expectation carries its rule's name in ``meta`` and its severity."""
    made = [
        get_expectation_impl(rule.expectation)(**rule.arguments, severity=rule.severity, meta={"rule": rule.name})
        for rule in rules
    ]
    return ExpectationSuite(name=name, expectations=made)
