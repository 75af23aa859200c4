using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>The roots of the chains of sources, and how much rests on each.</summary>
internal static class SourceSection
{
    private const int Shown = 12;

    public static BriefSection Make(BriefContext context)
    {
        IReadOnlyList<Origin> origins = context.Standing.Origins;
        if (origins.Count == 0)
        {
            return BriefSection.Empty("Sources", "No entry names a source.");
        }

        const string Meaning = "Grades run from A (reliable) to E for the source and from 1 (confirmed) to 5 for what it says; "
            + "F and 6 mean that it cannot be judged. An origin counts once, however often it is reprinted.";
        List<Block> blocks = [new Paragraph(Sentence.Of(Meaning)), Table(origins.Take(Shown))];
        if (origins.Count > Shown)
        {
            List<Origin> others = [.. origins.Skip(Shown).Take(BriefContext.Most)];
            string all = Shown + others.Count < origins.Count ? $", of {Phrases.Number(origins.Count)} in all" : "";
            blocks.Add(new Fold($"{others.Count} more origins{all}", [Table(others)]));
        }

        return new BriefSection("Sources", blocks);
    }

    private static Grid Table(IEnumerable<Origin> origins) => new(
        "Origins of what is on record, those with the most entries first",
        ["Origin", "Grade", "Entries", "On it alone", "Through"],
        [.. origins.Select(Row)]);

    private static IReadOnlyList<GridCell> Row(Origin origin)
    {
        Source source = origin.Source;
        string side = source.Side is { } actor ? $", on the side of {Phrases.Name(actor)}" : "";
        string name = source.IsSealed ? source.Name + " (sealed)" : source.Title;
        string through = string.Join("; ", origin.Via.Take(4).Select(Phrases.Name));
        through += origin.Via.Count > 4 ? $"; and {origin.Via.Count - 4} more" : "";
        return
        [
            GridCell.Of(Phrases.Sentence(name) + side),
            GridCell.Of(Phrases.Grade(source.Grade)),
            GridCell.Of(Phrases.Number(origin.Entries)),
            GridCell.Of(origin.OnlyEntries == 0 ? "none" : Phrases.Number(origin.OnlyEntries)),
            GridCell.Of(through.Length == 0 ? "nobody" : through),
        ];
    }
}
