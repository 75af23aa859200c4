using Parley.Drawing.Markup;

namespace Parley.Drawing.Figures;

/// <summary>The scale of time at the foot of a figure, with its breaks.</summary>
internal static class TimeAxis
{
    /// <summary>How much room it takes below its line.</summary>
    public const double Height = 26;

    /// <summary>Draws it.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="time">The scale.</param>
    /// <param name="left">Left end of its line.</param>
    /// <param name="right">Right end of its line.</param>
    /// <param name="y">Where its line lies.</param>
    /// <param name="size">For which width.</param>
    public static void Draw(Element svg, TimeScale time, double left, double right, double y, FigureSize size)
    {
        svg.Add(Shapes.Line("axis", (left, y), (right, y)));
        foreach (double x in time.Breaks)
        {
            svg.Add(Shapes.Rectangle("ground", x - 3, y - 6, x + 3, y + 6));
            svg.Add(Shapes.Line("axis", (x - 5, y + 6), (x, y - 6)));
            svg.Add(Shapes.Line("axis", (x, y + 6), (x + 5, y - 6)));
        }

        double free = 0;
        foreach (TimeTick tick in time.Ticks(size.IsNarrow ? 66 : 84))
        {
            svg.Add(Shapes.Line("axis", (tick.X, y), (tick.X, y + 4)));
            double half = FigureText.Width(tick.Label, 12) / 2;
            double middle = Math.Clamp(tick.X, half, size.Width - half);
            if (middle - half >= free)
            {
                svg.Add(FigureText.At(middle, y + 18, tick.Label, "soft small", "middle"));
                free = middle + half + 6;
            }
        }
    }
}
