using Parley.Drawing.Standing;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>For each sentence of the summary the entry that it rests on at its weakest.</summary>
internal static class WeakestLinkSection
{
    public static BriefSection Make(BriefContext context)
    {
        WeakestLinks links = new(context);
        List<ListItem> items = [];
        int number = 0;
        foreach (Sentence sentence in SummarySection.Sentences(context))
        {
            number++;
            if (links.InFull([.. sentence.Notes]) is { } text)
            {
                items.Add(new ListItem($"Sentence {number} of the summary", text));
            }
        }

        List<Block> blocks = [.. Falling(context)];
        if (items.Count > 0)
        {
            blocks.Add(new Fold("For each sentence of the summary", [new BulletList(items)]));
        }

        const string Heading = "The weakest link of each finding";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks)
            : BriefSection.Empty(Heading, "No sentence of the summary rests on an entry.");
    }

    /// <summary>Which findings fall without one origin.</summary>
    private static IEnumerable<Block> Falling(BriefContext context)
    {
        StandingReport report = context.Standing;
        if (report.WeakLinks.Count == 0)
        {
            yield break;
        }

        WeakLinkSentences say = new(report, new Citer(context.Words, all: false));
        List<ListItem> items = [.. report.WeakLinks.Take(BriefContext.Most)
            .Select(link => new ListItem(null, context.Read(say.WeakLink(link))))];
        foreach (Block block in BriefContext.Split(items, report.WeakLinks.Count, "those with the most findings first"))
        {
            yield return block;
        }

        if (say.NoneFalls() is { } none)
        {
            yield return new Paragraph(context.Read(none));
        }
    }
}

/// <summary>What some entries rest on: how many origins, and which entry is graded lowest.</summary>
internal sealed class WeakestLinks(BriefContext context)
{
    private readonly NegotiationRecord record = context.Record;

    /// <summary>In a few words; null without entries.</summary>
    public Sentence? InShort(IReadOnlyList<int> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        int weakest = Weakest(entries);
        if (record[weakest].ChainIds.IsEmpty)
        {
            return Sentence.Of("Weakest link: an entry without a source", [weakest]);
        }

        Source root = RootOf(weakest);
        IReadOnlyList<Source> origins = Origins.Of(record, Evidence.Of(entries));
        string only = origins.Count == 1 ? ", its only origin" : "";
        return Sentence.Of($"Weakest link: {Phrases.Name(root)}, {Phrases.Grade(root.Grade)}{Side(root)}{only}", [weakest]);
    }

    /// <summary>In a sentence or two; null without entries.</summary>
    public Sentence? InFull(IReadOnlyList<int> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        int weakest = Weakest(entries);
        IReadOnlyList<Source> origins = Origins.Of(record, Evidence.Of(entries));
        int distinct = entries.Distinct().Count();
        string all = distinct == 1 ? "It cites one entry" : $"It cites {Phrases.Number(distinct)} entries";
        string rest = origins.Count switch
        {
            0 => "none of which names a source",
            1 when distinct == 1 => $"which rests on {Phrases.Name(origins[0])} alone",
            1 => $"which all rest on {Phrases.Name(origins[0])}",
            _ => $"with {Phrases.Number(origins.Count)} origins",
        };
        if (record[weakest].ChainIds.IsEmpty)
        {
            return Sentence.Of(distinct == 1 ? all + ", which names no source."
                : $"{all}, {rest}. The weakest names no source.", [weakest]);
        }

        Source root = RootOf(weakest);
        return Sentence.Of(
            $"{all}, {rest}. {(distinct == 1 ? "It" : "The weakest")} is graded {Phrases.Grade(root.Grade)} "
            + $"({Reliability(root.Grade)}, {Credibility(root.Grade)}): {Phrases.Name(root)}{Side(root)}.",
            [weakest]);
    }

    private static string Side(Source source) =>
        source.Side is { } side ? $", on the side of {Phrases.Name(side)}" : "";

    /// <summary>The entry whose best chain ends at the lowest grade; of equals the first. One without a source is weakest.</summary>
    private int Weakest(IReadOnlyList<int> entries) => entries.OrderByDescending(Weakness).First();

    private (char, int) Weakness(int entry)
    {
        if (record[entry].ChainIds.IsEmpty)
        {
            return ('Z', 9);
        }

        SourceGrade grade = RootOf(entry).Grade;
        return (grade.Reliability, grade.Credibility);
    }

    /// <summary>The root of the chains of an entry that is graded best; of equals the first.</summary>
    private Source RootOf(int entry)
    {
        Source? best = null;
        foreach (int chain in record[entry].ChainIds)
        {
            Source root = record.Chains[chain].Root;
            if (best is null
                || (root.Grade.Reliability, root.Grade.Credibility).CompareTo((best.Grade.Reliability, best.Grade.Credibility)) < 0)
            {
                best = root;
            }
        }

        return best!;
    }

    private static string Reliability(SourceGrade grade) => grade.Reliability switch
    {
        'A' => "reliable",
        'B' => "usually reliable",
        'C' => "fairly reliable",
        'D' => "not usually reliable",
        'E' => "unreliable",
        _ => "reliability cannot be judged",
    };

    private static string Credibility(SourceGrade grade) => grade.Credibility switch
    {
        1 => "confirmed by others",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        _ => "truth cannot be judged",
    };
}
