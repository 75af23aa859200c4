namespace Parley.Journals.Text;

/// <summary>What is wrong with the text of a date.</summary>
public enum DateFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The text is no date.</summary>
    NotADate,

    /// <summary>The month has no such day: <c>2025-02-30</c>.</summary>
    NoSuchDay,

    /// <summary>There is no such month or season: <c>2025-13</c>.</summary>
    NoSuchMonth,

    /// <summary>The day has no such time, or the world no such zone: <c>T24:00</c>, <c>+15:00</c>.</summary>
    NoSuchTime,

    /// <summary>The date leaves the years 1 to 9999: <c>0000</c>, <c>12025-01-01</c>.</summary>
    YearOutOfRange,

    /// <summary>A year written with <c>Y</c>: <c>Y17000</c>.</summary>
    YearPrefix,

    /// <summary>A negative year: <c>-0044</c>.</summary>
    NegativeYear,

    /// <summary>The end lies before the start.</summary>
    Backwards,

    /// <summary>A form of EDTF level 2, as <c>[2025,2026]</c>, <c>~2025-05</c> or <c>2025-25</c>.</summary>
    UnknownLevel,

    /// <summary>An interval with neither a start nor an end: <c>../..</c>.</summary>
    OpenBothEnds,

    /// <summary>A time on an end of an interval; only a day that stands alone may have one.</summary>
    TimeInRange,
}
