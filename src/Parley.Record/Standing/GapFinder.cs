using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Measures how far apart parties are at the table, at first and now.</summary>
internal static class GapFinder
{
    /// <summary>
    /// Gaps by issue, basis and parties, of every pair of which one at least has or had a bargaining position at the
    /// table and both have taken a position in some forum; a distance is null until both have one at the table.
    /// </summary>
    public static List<Gap> Find(StandingContext context, StanceWalk walk)
    {
        StanceBook book = walk.Book;
        List<int> sides = [];
        for (int i = 0; i < book.Sides.Count; i++)
        {
            if (book.Sides[i].OpeningEntry >= 0)
            {
                sides.Add(i);
            }
        }

        sides.Sort((a, b) => book.Sides[a].Topic != book.Sides[b].Topic
            ? book.Sides[a].Topic.CompareTo(book.Sides[b].Topic)
            : book.Sides[a].Party.CompareTo(book.Sides[b].Party));
        Actor[] parties = [.. context.Record.Parties];
        List<Gap> result = [];
        Dictionary<int, int> byParty = [];
        for (int start = 0, end; start < sides.Count; start = end)
        {
            int topic = book.Sides[sides[start]].Topic;
            byParty.Clear();
            for (end = start; end < sides.Count && book.Sides[sides[end]].Topic == topic; end++)
            {
                byParty.Add(book.Sides[sides[end]].Party, sides[end]);
            }

            FindOn(context, walk, topic, parties, byParty, result);
        }

        return result;
    }

    private static void FindOn(
        StandingContext context,
        StanceWalk walk,
        int topic,
        Actor[] parties,
        Dictionary<int, int> byParty,
        List<Gap> result)
    {
        Dictionary<int, int> current = [];
        foreach ((int party, int side) in byParty)
        {
            current.Add(party, FindCurrent(context, walk, side));
        }

        for (int i = 0; i < parties.Length; i++)
        {
            for (int j = i + 1; j < parties.Length; j++)
            {
                int first = byParty.GetValueOrDefault(parties[i].Id, -1);
                int second = byParty.GetValueOrDefault(parties[j].Id, -1);
                if ((first >= 0 || second >= 0) && HaveBothSpoken(walk.Book, topic, parties[i], parties[j]))
                {
                    result.Add(Measure(
                        walk.Book,
                        topic,
                        (parties[i], first, current.GetValueOrDefault(parties[i].Id)),
                        (parties[j], second, current.GetValueOrDefault(parties[j].Id))));
                }
            }
        }
    }

    private static bool HaveBothSpoken(StanceBook book, int topic, Actor first, Actor second) =>
        book.FindSide(first.Id, topic) >= 0 && book.FindSide(second.Id, topic) >= 0;

    private static Gap Measure(
        StanceBook book,
        int topic,
        (Actor Party, int Side, int Current) first,
        (Actor Party, int Side, int Current) second)
    {
        Issue issue = book.IssueOf(topic);
        int basis = book.BasisOf(topic);
        List<int> evidence = [];
        decimal? opening = null;
        decimal? now = null;
        foreach (int side in (ReadOnlySpan<int>)[first.Side, second.Side])
        {
            if (side >= 0)
            {
                evidence.Add(book.Sides[side].OpeningEntry);
            }
        }

        if (first.Side >= 0 && second.Side >= 0)
        {
            opening = Scales.Distance(issue, basis, book.Sides[first.Side].Opening, book.Sides[second.Side].Opening);
        }

        if (first.Current > 0 && second.Current > 0)
        {
            ref Stance left = ref book.Stances[first.Current - 1];
            ref Stance right = ref book.Stances[second.Current - 1];
            now = Scales.Distance(issue, basis, left.Values, right.Values);
            evidence.Add(left.Entry);
            evidence.Add(right.Entry);
        }

        return new Gap(first.Party, second.Party, issue.Id, basis, opening, now, Evidence.Of(evidence));
    }

    /// <summary>The bargaining position of a party at the table, as its place plus 1; 0 when it holds none.</summary>
    private static int FindCurrent(StandingContext context, StanceWalk walk, int side)
    {
        StanceBook book = walk.Book;
        List<int> places = [];
        for (int voice = book.Sides[side].FirstVoice; voice >= 0; voice = book.Voices[voice].Next)
        {
            for (int slot = book.Voices[voice].FirstSlot; slot >= 0; slot = book.Slots[slot].Next)
            {
                if (book.Slots[slot].Place == Forum.Table && book.Slots[slot].Bargaining > 0)
                {
                    places.Add(book.Slots[slot].Bargaining);
                }
            }
        }

        return PositionFinder.FindHighest(context, walk, places);
    }
}
