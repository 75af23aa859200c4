using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What turns on the choice between accounts.</summary>
internal sealed partial class StandingSentences
{
    /// <summary>Which act it is: <c>#offer by the Reed Council</c>.</summary>
    public string Act(ContestedAct item) =>
        (item.Tag < 0 ? "An act" : "#" + record.TagName(item.Tag)) + " by " + Name(record[item.Entry].Speaker.Id);

    /// <summary>Which account is followed: by the sources that its entry cites.</summary>
    public string Account(ContestReading item)
    {
        if (item.Account < 0)
        {
            return "If it did not take place";
        }

        List<Source> cited = [];
        foreach (int chain in record[item.Account].ChainIds)
        {
            if (!cited.Contains(record.Chains[chain].Cited))
            {
                cited.Add(record.Chains[chain].Cited);
            }
        }

        string entry = "[" + Citer.Of(item.Account) + "]";
        return cited.Count == 0 ? $"As {entry} has it" : $"{Phrases.Sentence(Phrases.AccordingTo(cited))} {entry}";
    }

    /// <summary>The findings that turn on a reading, the weightiest kinds first.</summary>
    public IEnumerable<string> Turning(ContestReading item) =>
    [
        .. item.Clashes.Select(Clash),
        .. item.RedLines.Select(RedLine),
        .. item.Reversals.Select(finding => "Reversal: " + Reversal(finding)),
        .. item.Divided.Select(finding => "Divided side: " + Division(finding)),
        .. item.Promises.Select(Commitment),
        .. item.Threats.Select(Commitment),
        .. item.Goalposts.Select(finding => "Goalpost: " + Conduct.Goalpost(finding)),
        .. item.PublicPrivateGaps.Select(finding => "In private and in public: " + Conduct.PublicPrivate(finding)),
        .. item.Gaps.Select(Gap),
        .. item.Moves.Select(finding => "Move: " + Move(finding)),
        .. item.Replies.Select(finding => Reply(finding, withDate: true)),
    ];
}
