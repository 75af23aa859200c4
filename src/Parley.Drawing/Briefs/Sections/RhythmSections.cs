using Parley.Drawing.Standing;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>Rounds and what follows them, deadlines and what was called final, pressure beside rounds.</summary>
internal static class RhythmSections
{
    public static BriefSection MakeRounds(BriefContext context)
    {
        StandingReport report = context.Standing;
        RhythmSentences say = Say(context);
        List<Block> blocks = [];
        AddOpen(context, blocks, report.Cadences.Select(say.Cadence));
        AddOpen(context, blocks, report.Rounds.Count == 0 ? [] : say.ReplyTimes());
        AddOpen(context, blocks, report.AfterRounds.Select(say.AfterRounds));
        if (report.Rounds.Count > 0)
        {
            blocks.Add(new Fold(
                $"The rounds ({report.Rounds.Count})",
                [.. context.List(report.Rounds, round => context.Words.PrintDate(round.Date), say.Round)]));
        }

        if (report.Standstills.Count > 0 && report.Rounds.Count > 0)
        {
            blocks.Add(new Fold("How long nothing has happened", [.. context.List(report.Standstills, null, say.Standstill)]));
        }

        const string Heading = "Rounds, and what follows them";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks) : BriefSection.Empty(Heading, "No round is on record.");
    }

    public static BriefSection MakeDeadlines(BriefContext context)
    {
        StandingReport report = context.Standing;
        RhythmSentences say = Say(context);
        List<Block> blocks = [.. context.List(report.Deadlines, item => context.Words.PrintDate(item.Days[^1].Day), say.Deadline)];
        AddOpen(context, blocks, report.DeadlineTest is { } test ? [say.DeadlineTest(test)] : []);
        blocks.AddRange(context.List(report.Finality, item => context.Date(item.CalledBy), say.Finality));
        AddOpen(context, blocks, report.Waiting.Select(say.Waiting));
        const string Heading = "Deadlines, final words, the cost of waiting";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks)
            : BriefSection.Empty(Heading, "No deadline, no offer called final and no cost of waiting is on record.");
    }

    public static BriefSection MakePressure(BriefContext context)
    {
        StandingReport report = context.Standing;
        RhythmSentences say = Say(context);
        List<Block> blocks = [.. context.List(report.Pressure, item => context.Date(item.Entry), say.Pressure)];
        AddOpen(context, blocks, report.Rounds.Count == 0 ? [] : report.PressureTests.Select(say.PressureTest));
        return blocks.Count > 0 ? new BriefSection("Pressure", blocks)
            : BriefSection.Empty("Pressure", "No act of pressure is on record.");
    }

    private static RhythmSentences Say(BriefContext context) =>
        new(context.Standing, context.Words, new Citer(context.Words, all: false), " → ");

    private static void AddOpen(BriefContext context, List<Block> blocks, IEnumerable<string> sentences)
    {
        List<ListItem> items = [.. sentences.Take(BriefContext.Most).Select(text => new ListItem(null, context.Read(text)))];
        if (items.Count > 0)
        {
            blocks.Add(new BulletList(items));
        }
    }
}
