using Parley.Drawing.Standing;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>Demands that come once others were met, words in private beside words in public, steps within one package.</summary>
internal static class ConductSection
{
    public static BriefSection Make(BriefContext context)
    {
        StandingReport report = context.Standing;
        ConductSentences say = context.Say.Conduct;
        List<Block> blocks =
        [
            .. context.List(report.Goalposts, item => context.Say.Date(item.Evidence), say.Goalpost),
            .. context.List(report.PublicPrivateGaps, item => context.Say.Date(item.Evidence), say.PublicPrivate),
            .. context.List(report.Trades, item => context.Say.Date(item.Evidence), context.Say.Trade),
        ];
        const string Heading = "Goalposts, words in private, trades";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks) : BriefSection.Empty(
            Heading, "No goalpost was moved, nothing softer in private stands beside something harder in public, and no package trades.");
    }
}
