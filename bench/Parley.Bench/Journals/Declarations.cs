using System.Globalization;

namespace Parley.Bench.Journals;

/// <summary>The declarations of a generated journal.</summary>
internal static class Declarations
{
    /// <summary>How many sources there are; they are called <c>s1</c>, <c>s2</c> and so on.</summary>
    public const int SourceCount = 200;

    private static readonly string[] Attributions = ["on-record", "on-record", "background", "deep-background"];

    /// <summary>Writes them.</summary>
    public static void Write(
        TextSink sink, SeededRandom random, Party[] parties, IssueScale[] issues, string[] tracks)
    {
        sink.Add("negotiation \"Talks between the north and the south\"\n\n");
        foreach (Party party in parties)
        {
            string title = party.Name == "north" ? "North" : "South";
            sink.Add("party ").Add(party.Name).Add(" \"The ").Add(title).Add("\"\n");
            sink.Add("member ").Add(party.Decides).Add(" \"Head of the delegation\" decides\n");
            sink.Add("member ").Add(party.Negotiates).Add(" \"Chief negotiator\" negotiates\n");
            sink.Add("member ").Add(party.Speaks).Add(" \"Speaker of the delegation\"\n");
        }

        sink.Add("mediator vale \"Republic of the Vale\"\n\n");
        for (int i = 0; i < tracks.Length; i++)
        {
            sink.Add("track ").Add(tracks[i]).Add(" \"Talks on the ").Add(tracks[i]).Add("\"");
            sink.Add(i == 0 ? " single-undertaking\n" : "\n");
        }

        sink.Add("\n");
        AddIssues(sink, issues);
        for (int party = 0; party < parties.Length; party++)
        {
            AddWants(sink, parties[party].Name, issues, party);
        }

        sink.Add("\n");
        for (int i = 1; i <= SourceCount; i++)
        {
            AddSource(sink, random, parties, i);
        }

        sink.Add("\n");
    }

    private static void AddIssues(TextSink sink, IssueScale[] issues)
    {
        foreach (IssueScale issue in issues)
        {
            sink.Add("issue ").Add(issue.Name).Add(" \"On the ").Add(issue.Name).Add("\" ");
            issue.AddScale(sink);
            sink.Add("\n");
        }

        sink.Add("\n");
    }

    private static void AddWants(TextSink sink, string party, IssueScale[] issues, int index)
    {
        sink.Add("wants ").Add(party);
        string before = " ";
        foreach (IssueScale issue in issues)
        {
            string want = issue.Want(index);
            if (want.Length > 0)
            {
                sink.Add(before).Add(issue.Name).Add(" ").Add(want);
                before = ", ";
            }
        }

        sink.Add("\n");
    }

    private static void AddSource(TextSink sink, SeededRandom random, Party[] parties, int number)
    {
        sink.Add("source s").Add(number);
        int kind = random.Below(7);
        sink.Add(kind switch
        {
            0 => " press",
            1 => " broadcast",
            2 => " document",
            3 => " official",
            4 => string.Create(CultureInfo.InvariantCulture, $" people {random.Between(1, 4)}"),
            5 => " own",
            _ => " feed",
        });
        sink.Add(" ").Add(random.OneOf(Attributions));
        sink.Add(" ").Add("ABCDEF".Substring(random.Below(6), 1)).Add(random.Between(1, 6));
        sink.Add(" \"");
        Phrases.AddTo(sink, random, 12);
        sink.Add("\"");
        if (random.Chance(25))
        {
            sink.Add(" side ").Add(random.OneOf(parties).Name);
        }

        sink.Add("\n");
    }
}
