using Parley.Drawing.Standing;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>What is agreed and by whom it must be ratified; what was foretold, and what is held of a side.</summary>
internal static class AgreementSection
{
    public static BriefSection Make(BriefContext context)
    {
        AgreementSentences say = new(context.Record, context.Words, new Citer(context.Words, all: false));
        return context.Section("Agreements", context.Standing.Agreements, "Nothing is agreed.", null, say.Agreement);
    }

    public static BriefSection MakeOpinions(BriefContext context)
    {
        StandingReport report = context.Standing;
        OpinionSentences say = new(context.Record, context.Words, new Citer(context.Words, all: false));
        List<Block> blocks =
        [
            .. context.List(report.Forecasts, null, say.Forecast),
            .. context.List(report.Opinions, null, say.Opinion),
        ];
        const string Heading = "Forecasts, and opinions, which weigh nothing";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks)
            : BriefSection.Empty(Heading, "No forecast and no opinion is on record.");
    }
}
