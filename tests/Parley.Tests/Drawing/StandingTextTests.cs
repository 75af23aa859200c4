using Parley.Drawing;
using Parley.Drawing.Standing;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class StandingTextTests
{
    [Fact]
    public void A_report_with_everything_is_drawn()
    {
        string text = Draw(new SampleTalks().Everything(), new TextOptions { Ascii = true });
        Console.WriteLine(text);
    }

    internal static string Draw(StandingReport report, TextOptions options, IWords? words = null)
    {
        StringWriter writer = new();
        StandingText.Write(report, words ?? new SampleWords(), writer, options);
        return writer.ToString();
    }
}
