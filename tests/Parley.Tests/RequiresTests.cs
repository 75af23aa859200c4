using Xunit;
using Xunit.Sdk;

namespace Parley.Tests;

public sealed class RequiresTests
{
    [Fact]
    public void What_is_missing_skips_the_test_with_its_reason()
    {
        string? reason = null;
        try
        {
            Requires.Present(false, "the program ledger is not installed", requiresAll: false);
        }
        catch (SkipException skip)
        {
            // Assert.Throws would let the skip through, and this test with it.
            reason = skip.Message;
        }

        Assert.EndsWith("the program ledger is not installed", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_fails_the_test_when_all_is_required()
    {
        FailException failure = Assert.Throws<FailException>(
            () => Requires.Present(false, "the program ledger is not installed", requiresAll: true));

        Assert.Contains("the program ledger is not installed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_returned_with_its_path() => Assert.Equal("sh", Path.GetFileName(Requires.Program("sh")));
}
