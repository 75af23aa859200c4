using System.Text;
using Parley.Journals;
using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Record.Standing;

namespace Parley.Tests.Deals;

/// <summary>Small journals of a sale, and the records of the examples.</summary>
internal static class Journals
{
    /// <summary>A buyer, a seller, a price from 0 to 100, a term in years and a colour.</summary>
    public const string Sale = """
        party   buyer    "The buyer"
        party   seller   "The seller"
        member  seller.chief  "chief"  negotiates
        member  seller.board  "board"  decides
        issue   price   "Price"   0..100 USD  step 1
        issue   years   "Term"    short < middle < long
        issue   colour  "Colour"  red | green | blue
        wants   buyer   price low, years high
        wants   seller  price high, years low

        """;

    public static NegotiationRecord RecordOf(string declarations, string entries)
    {
        Journal journal = Journal.Parse(Encoding.UTF8.GetBytes(declarations + "\n" + entries + "\n"), "j.parley");
        return journal.HasErrors
            ? throw new InvalidDataException(string.Join("; ", journal.Diagnostics.Select(d => d.ToString())))
            : journal.Record;
    }

    public static NegotiationRecord Example(string name) => Journal.Load(Repository.At($"examples/{name}.parley")).Record;

    public static FramedTalks Frame(string entries, string declarations = "") =>
        TalksFramer.Frame(new StandingContext(RecordOf(Sale + declarations, entries), default));

    public static FramedTalks FrameOn(string example, string day) =>
        TalksFramer.Frame(new StandingContext(Example(example), new AsOf(DateOnly.Parse(day, null).DayNumber)));

    public static FramedParty Of(FramedTalks talks, string party) => talks.Parties.Single(p => p.Party.Name == party);

    public static string Places(FramedIssue issue, IReadOnlyList<bool> holds) => string.Join(
        " ", Enumerable.Range(0, holds.Count).Where(p => holds[p]).Select(p => issue.Scale.IsNumeric
            ? issue.NumberAt(p).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : issue.Scale.Labels[p]));
}
