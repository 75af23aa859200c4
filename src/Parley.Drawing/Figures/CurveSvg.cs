using Parley.Record.Curves;

namespace Parley.Drawing.Figures;

/// <summary>The curve of one issue as a picture that stands alone.</summary>
public static class CurveSvg
{
    /// <summary>What stands in every such file near its beginning, and tells it from files of others.</summary>
    public const string Mark = "<!-- drawn by parley plot -->";

    /// <summary>Whether there is anything to draw: a position with a value on a scale, or an agreement.</summary>
    /// <param name="curve">The curve.</param>
    public static bool CanDraw(Curve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return CurveFigure.CanDraw(curve);
    }

    /// <summary>Writes the picture as SVG.</summary>
    /// <param name="report">The report that the curve is of.</param>
    /// <param name="curve">The curve; <see cref="CanDraw"/> holds.</param>
    /// <param name="words">How numbers are written.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(CurveReport report, Curve curve, IWords words, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        PictureFile.Write(CurveFigure.Draw(report, curve, words, FigureSize.Wide), Mark, writer);
    }
}
