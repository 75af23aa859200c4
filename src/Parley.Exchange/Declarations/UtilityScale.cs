namespace Parley.Exchange.Declarations;

/// <summary>In what the utilities of a problem are counted.</summary>
public enum UtilityScale : byte
{
    /// <summary>Each evaluation divided by the greatest of its issue, rectangles by the maximum utility of the file.</summary>
    Normalized,

    /// <summary>Weights times evaluations as written, nothing divided.</summary>
    Raw,
}
