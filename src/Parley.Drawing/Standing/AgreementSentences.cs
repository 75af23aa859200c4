using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Agreements, who must ratify them, and who would refuse, as sentences.</summary>
internal sealed class AgreementSentences(NegotiationRecord record, IWords words, Citer citer)
{
    public string Agreement(Agreement item)
    {
        Entry act = record[item.Evidence.First];
        string sides = Phrases.List([.. item.SideIds.Select(id => Phrases.Name(record.Actors[id]))]);
        string what = act.Verb == Verb.Agrees ? $"agreement of {sides}"
            : $"{(act.Verb == Verb.Offers ? "offer" : "demand")} of {Phrases.Name(act.Speaker)}";
        string content = EntryWords.Content(record, act, words).Replace(" %", Text.Lines.NoBreak + "%", StringComparison.Ordinal);
        string contested = item.IsContested ? " Contested." : "";
        return $"{words.PrintDate(act.When)}, {what}{(content.Length > 0 ? ":" + content : "")}. {State(item)}"
            + $"{Counts(item)}{Refusals(item)}{contested} {citer.Bracketed(item.Evidence)}";
    }

    private string State(Agreement item)
    {
        string waited = item.DaysWaited is { } days ? Phrases.Days(days) : "";
        return item.State switch
        {
            AgreementState.Backed => "Recommended, not agreed.",
            AgreementState.NotFirm => "Not firm, and so not settled.",
            AgreementState.ConditionOpen => "A condition is open; it is not settled.",
            AgreementState.AwaitingRatification =>
                $"Not settled: it awaits ratification by {Ratifiers(item, RatificationState.Open)}, {waited} so far.",
            AgreementState.PartOfWhole =>
                "Not settled: nothing is agreed in these talks until everything is, and other issues are open.",
            AgreementState.Settled => "Settled.",
            AgreementState.Ratified => $"Settled: ratified by {Ratifiers(item, RatificationState.Accepted)} after {waited}.",
            AgreementState.Rejected => "Rejected" + (waited.Length > 0 ? $" after {waited}." : "."),
            AgreementState.Superseded => "Superseded by a later agreement.",
            _ => "Withdrawn.",
        };
    }

    private string Ratifiers(Agreement item, RatificationState state) => Phrases.List(
        [.. item.Ratifications.Where(r => r.State == state).Select(r => Phrases.Name(record.Actors[r.RatifierId]))]);

    private string Counts(Agreement item) => Counts(item.Votes, "Votes counted") + Counts(item.Polls, "Opinions counted");

    private string Counts(IReadOnlyList<int> entries, string what)
    {
        List<string> counts = [];
        foreach (int entry in entries)
        {
            string content = record[entry].Details.Tally is { } tally ? Tally(tally)
                : EntryWords.Content(record, record[entry], words).Trim();
            counts.Add($"{Phrases.Name(record[entry].Speaker)} {content} {citer.Bracketed([entry])}");
        }

        return counts.Count == 0 ? "" : $" {what}: {string.Join("; ", counts)}.";
    }

    private string Tally(Tally tally)
    {
        string unit = tally.IsPercent ? " %" : "";
        string no = tally.No is { } against ? $"{words.PrintNumber(against)}{unit} against" : "against not said";
        return $"{words.PrintNumber(tally.Yes)}{unit} for, {no}";
    }

    private string Refusals(Agreement item)
    {
        if (item.Refusals.Count == 0)
        {
            return "";
        }

        List<string> grounds = [.. item.Refusals.Select(refusal =>
        {
            string name = Phrases.Name(record.Actors[refusal.RatifierId]);
            string ground = refusal.Kind switch
            {
                RefusalKind.Rejected => $"{name} rejected it",
                RefusalKind.Outvoted => $"{name} counted more votes against it than for it",
                _ => $"it lies outside a red line of {name}",
            };
            return $"{ground} {citer.Bracketed([refusal.Entry])}";
        })];
        return (item.IsSignable ? " Signable, not ratifiable: " : " Not ratifiable: ") + string.Join("; ", grounds) + ".";
    }
}
