using Parley.Record.Curves;
using Parley.Record.Standing;
using Parley.Record.Timelines;

namespace Parley.Drawing.Briefs;

/// <summary>The reports that a brief is made from, all of one record as of one day.</summary>
/// <param name="Standing">Where the talks stand.</param>
/// <param name="Timeline">The record in order of time.</param>
/// <param name="Curves">How positions went over time.</param>
/// <param name="ProblemCount">How many problems the journal has; a brief of a journal with problems says so at its head.</param>
public sealed record BriefReports(StandingReport Standing, TimelineReport Timeline, CurveReport Curves, int ProblemCount);
