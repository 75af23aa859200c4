using Parley.Drawing.Markup;
using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>Colours and lines of all figures, for the light and the dark theme, on the screen and on paper.</summary>
/// <remarks>
/// One hue a party, from a palette that colour-blind readers can tell apart. Where a hue would stand out too little from
/// the ground (less than 3 to 1) it is made darker or lighter. Text is always ink.
/// </remarks>
internal static class FigureStyle
{
    /// <summary>How many hues there are; further parties begin anew, told apart by their names.</summary>
    public const int Hues = 6;

    /// <summary>The colours, as rules of CSS.</summary>
    public const string Colours = """
        :root { color-scheme: light dark; --ground: #ffffff; --ink: #1a1d21; --soft: #555c66; --rule: #c9ced6;
          --shade: #e7eaee; --band: #f1f3f6; --h0: #0072b2; --h1: #d55e00; --h2: #008763; --h3: #b85c93; --h4: #2b8fc9;
          --h5: #b07900; --grey: #6b7280; --link: #00528a; }
        @media (prefers-color-scheme: dark) { :root { --ground: #15181c; --ink: #eceef1; --soft: #aab1bb; --rule: #464d57;
          --shade: #2c323a; --band: #1e2329; --h0: #3d9bd6; --h1: #ee7d28; --h2: #1fb58a; --h3: #d98fb8; --h4: #6cc3f2;
          --h5: #e6a820; --grey: #9aa1ac; --link: #7cc0f0; } }
        @media print { :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --soft: #444a52; --rule: #b4bac3;
          --shade: #e4e7eb; --band: #f1f3f6; --h0: #0072b2; --h1: #d55e00; --h2: #008763; --h3: #b85c93; --h4: #2b8fc9;
          --h5: #b07900; --grey: #6b7280; --link: #000000; } }
        """;

    /// <summary>The lines and letters of figures, as rules of CSS.</summary>
    public const string Rules = """
        .fig { font-family: system-ui, sans-serif; font-size: 13px; font-variant-numeric: tabular-nums; }
        .fig text { fill: var(--ink); unicode-bidi: isolate; paint-order: stroke; stroke: var(--ground); stroke-width: 3px;
          stroke-linejoin: round; }
        .fig .soft { fill: var(--soft); }
        .fig .head { font-weight: 600; font-size: 14px; }
        .fig .strong { font-weight: 600; }
        .fig .small { font-size: 12px; }
        .fig .rule { stroke: var(--rule); stroke-width: 1; fill: none; }
        .fig .axis { stroke: var(--soft); stroke-width: 1; fill: none; }
        .fig .shade { fill: var(--shade); }
        .fig .band { fill: var(--band); stroke: var(--rule); stroke-width: 1; }
        .fig .line { fill: none; stroke-width: 2.5; }
        .fig .thin { fill: none; stroke-width: 1.25; }
        .fig .open { stroke-dasharray: 6 4; }
        .fig .pole { stroke: var(--soft); stroke-dasharray: 1 3; stroke-width: 1.25; fill: none; }
        .fig .double { fill: none; stroke-width: 6; }
        .fig .inner { fill: none; stroke: var(--ground); stroke-width: 2.5; }
        .fig .agreed { stroke: var(--ink); stroke-width: 2; fill: none; }
        .fig .ink { stroke: var(--ink); fill: none; stroke-width: 1.5; }
        .fig .ring { fill: var(--ground); stroke-width: 2; }
        .fig .filled { fill: var(--ink); }
        .fig .planned { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
        .fig .soft-end { fill: none; stroke-width: 4; stroke-opacity: 0.35; stroke-linecap: round; }
        .fig .ground { fill: var(--ground); }
        .fig .h0 { stroke: var(--h0); } .fig .f0 { fill: var(--h0); }
        .fig .h1 { stroke: var(--h1); } .fig .f1 { fill: var(--h1); }
        .fig .h2 { stroke: var(--h2); } .fig .f2 { fill: var(--h2); }
        .fig .h3 { stroke: var(--h3); } .fig .f3 { fill: var(--h3); }
        .fig .h4 { stroke: var(--h4); } .fig .f4 { fill: var(--h4); }
        .fig .h5 { stroke: var(--h5); } .fig .f5 { fill: var(--h5); }
        .fig .hg { stroke: var(--grey); } .fig .fg { fill: var(--grey); }
        """;
}

/// <summary>Which hue each side has: the parties in the order declared, everybody else grey.</summary>
internal sealed class Hues
{
    private readonly Dictionary<int, int> places = [];

    public Hues(NegotiationRecord record)
    {
        foreach (Actor party in record.Parties)
        {
            places.Add(party.Id, places.Count % FigureStyle.Hues);
        }
    }

    /// <summary>Class of a line in the hue of somebody's side.</summary>
    public string Line(Actor actor) => "h" + Name(actor);

    /// <summary>Class of a filled form in the hue of somebody's side.</summary>
    public string Fill(Actor actor) => "f" + Name(actor);

    private string Name(Actor actor) =>
        places.TryGetValue(actor.Side.Id, out int place) ? Element.Number(place) : "g";
}

/// <summary>For which width a figure is drawn.</summary>
/// <param name="Width">Width in pixels of CSS.</param>
/// <param name="IsNarrow">Whether it is for a telephone.</param>
internal readonly record struct FigureSize(double Width, bool IsNarrow)
{
    public static FigureSize Wide => new(720, false);

    public static FigureSize Narrow => new(354, true);
}
