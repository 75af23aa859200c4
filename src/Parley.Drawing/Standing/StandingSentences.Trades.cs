using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What a step is worth, and packages that give on one issue and step back on another.</summary>
internal sealed partial class StandingSentences
{
    public string Trade(Trade item)
    {
        List<string> gives = [];
        List<string> backs = [];
        foreach (Move leg in item.Legs)
        {
            string text = $"on {Issue(leg.IssueId, leg.BasisIndex)}, {Steps(leg)}{Size(leg)}";
            ((leg.Traits & MoveTraits.StepsBack) != 0 ? backs : gives).Add(text);
        }

        List<string> marks = [];
        Mark(marks, item.InOneAlternative, "in one alternative");
        Mark(marks, item.OrderUncertain, "the dates allow the other order");
        Mark(marks, item.IsContested, "contested");
        return $"{Name(item.SpeakerId)}, {Phrases.At(item.Forum)}, in one package: gives {string.Join("; ", gives)}; "
            + $"steps back {string.Join("; ", backs)}.{Marks(marks)} {Citer.Bracketed(item.Evidence)}";
    }

    /// <summary>The values taken by an entry; as they were written where they leave nothing out.</summary>
    public string Values(int issue, int basis, ValueSet values, int entry) => Phrases.Together(
        ValueWords.Print(record.Issues[issue], basis, AsWritten(issue, basis, values, entry), words, withUnit: true));

    /// <summary>
    /// A point that is read as "or better" can cover the whole scale; then the point itself says more than the scale.
    /// </summary>
    public ValueSet AsWritten(int issue, int basis, ValueSet values, int entry)
    {
        if (entry < 0 || values.Kind is ValueSetKind.Topic or ValueSetKind.Schedule
            || !ValueWords.IsAnyValue(record.Issues[issue], basis, values))
        {
            return values;
        }

        ValueSet? written = null;
        foreach (Term term in record[entry].Terms)
        {
            if (term.IssueId == issue && term.BasisIndex == basis && term.Values.Kind != ValueSetKind.Topic)
            {
                // Of several terms none stands for the whole.
                written = written is null ? term.Values : values;
            }
        }

        return written is { IsPoint: true } point ? point : values;
    }

    private string Steps(Move move) =>
        Values(move.IssueId, move.BasisIndex, move.From, move.Evidence.First) + arrow
        + Values(move.IssueId, move.BasisIndex, move.To, move.Evidence.Second);

    private string Percent(decimal share) => Phrases.Together(
        words.PrintNumber(Math.Round(share * 100, share < 0.1m ? 1 : 0) / 1.000m) + " %");

    /// <summary>The size of a move and its share of the opening gap, where they are known and it is not 0.</summary>
    private string Size(Move move)
    {
        if (move.Size is not { } amount || amount == 0)
        {
            return "";
        }

        string share = move.Share is not { } part ? ""
            : $" ({Percent(part)} of the opening gap)";
        return ", by " + Amount(move.IssueId, move.BasisIndex, amount) + share;
    }
}
