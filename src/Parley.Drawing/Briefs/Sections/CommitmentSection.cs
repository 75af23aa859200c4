namespace Parley.Drawing.Briefs.Sections;

/// <summary>Promises and threats, and what became of them.</summary>
internal static class CommitmentSection
{
    public static BriefSection MakePromises(BriefContext context) => context.Section(
        "Promises",
        context.Standing.Promises,
        "No promise is on record.",
        item => context.Date(item.Evidence.First),
        context.Say.Commitment);

    public static BriefSection MakeThreats(BriefContext context) => context.Section(
        "Threats",
        context.Standing.Threats,
        "No threat is on record.",
        item => context.Date(item.Evidence.First),
        context.Say.Commitment);
}
