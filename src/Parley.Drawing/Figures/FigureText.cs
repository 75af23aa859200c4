using Parley.Drawing.Markup;
using Parley.Drawing.Text;

namespace Parley.Drawing.Figures;

/// <summary>Text in a figure: how wide it is about, where its lines break, and its element.</summary>
internal static class FigureText
{
    /// <summary>Distance between two lines of text.</summary>
    public const double LineHeight = 16;

    /// <summary>About how wide a text is drawn, rather too wide than too narrow; fonts differ from machine to machine.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size of the letters.</param>
    public static double Width(string text, double size = 13) => DisplayWidth.Of(text) * size * 0.56;

    /// <summary>A text in lines that are not wider than asked, broken at blanks; a word that is wider is cut and marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most that a line may take.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="most">How many lines there may be; the last one is cut.</param>
    public static List<string> Wrap(string text, double width, double size = 13, int most = 3)
    {
        List<string> lines = [];
        string line = "";
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (line.Length > 0 && Width(longer, size) > width)
            {
                if (lines.Count == most - 1)
                {
                    lines.Add(Cut(string.Join(' ', words.Skip(i - line.Count(c => c == ' ') - 1)), width, size));
                    return lines;
                }

                lines.Add(Cut(line, width, size));
                line = words[i];
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(Cut(line, width, size));
        return lines;
    }

    /// <summary>A text that is not wider than asked; what does not fit is replaced by an ellipsis.</summary>
    public static string Cut(string text, double width, double size = 13)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        double left = width - size * 0.6;
        int length = 0;
        while (length < text.Length)
        {
            int next = DisplayWidth.NextElement(text.AsSpan(length), out int columns);
            left -= columns * size * 0.56;
            if (left < 0)
            {
                break;
            }

            length += next;
        }

        return text[..length].TrimEnd() + "…";
    }

    /// <summary>One line of text.</summary>
    /// <param name="x">Its place.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="rule">Classes of its style, or null.</param>
    /// <param name="anchor">Which end stands at the place: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public static Element At(double x, double y, string text, string? rule = null, string anchor = "start") =>
        new Element("text").Set("x", x).Set("y", y).Set("class", rule)
            .Set("text-anchor", anchor == "start" ? null : anchor)
            .Add(Directions.Isolated(text));
}

/// <summary>A rectangle.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>The places of a figure that are taken, so that no label covers another.</summary>
/// <remarks>Places are kept by columns, so that the cost of a label does not grow with the width of the figure.</remarks>
internal sealed class TakenPlaces
{
    private const double Column = 60;
    private readonly Dictionary<int, List<Box>> columns = [];

    public bool IsFree(Box box)
    {
        for (int i = First(box); i <= Last(box); i++)
        {
            if (columns.TryGetValue(i, out List<Box>? taken) && taken.Exists(box.Overlaps))
            {
                return false;
            }
        }

        return true;
    }

    public void Take(Box box)
    {
        for (int i = First(box); i <= Last(box); i++)
        {
            if (!columns.TryGetValue(i, out List<Box>? taken))
            {
                columns.Add(i, taken = []);
            }

            taken.Add(box);
        }
    }

    /// <summary>Takes the first of some places that is free.</summary>
    /// <returns>Its number, or -1 when none is.</returns>
    public int TakeFirst(params ReadOnlySpan<Box> candidates)
    {
        for (int i = 0; i < candidates.Length; i++)
        {
            if (IsFree(candidates[i]))
            {
                Take(candidates[i]);
                return i;
            }
        }

        return -1;
    }

    private static int First(Box box) => (int)Math.Floor(box.Left / Column);

    private static int Last(Box box) => (int)Math.Floor(box.Right / Column);
}
