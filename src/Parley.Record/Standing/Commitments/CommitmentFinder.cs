using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds promises and threats, and works out what became of them.</summary>
internal static class CommitmentFinder
{
    public static List<Commitment> FindPromises(StandingContext context) => Find(context, Verb.Promises);

    public static List<Commitment> FindThreats(StandingContext context) => Find(context, Verb.Threatens);

    private static List<Commitment> Find(StandingContext context, Verb verb)
    {
        List<CommitmentCase> cases = [];
        foreach (int index in context.Entries)
        {
            Entry entry = context.Record[index];
            if (entry.Verb == verb && entry.TagRole == TagRole.Names && !context.Accounts.IsSecond(index))
            {
                cases.Add(new CommitmentCase(context, entry));
            }
        }

        if (cases.Count == 0)
        {
            return [];
        }

        foreach (CommitmentCase item in cases)
        {
            new CommitmentMentions(context, item).Read();
        }

        new CommitmentDeeds(context, cases).Read();
        List<Commitment> result = new(cases.Count);
        foreach (CommitmentCase item in cases)
        {
            result.Add(new CommitmentOutcome(context, item).Get());
        }

        return result;
    }
}
