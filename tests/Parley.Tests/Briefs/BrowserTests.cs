using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Tests.Briefs;

/// <summary>The page in a browser: in both themes, at a desk and on a telephone, as axe reads it.</summary>
/// <remarks>They need the program <c>chromium</c>, and are skipped with a reason where there is none.</remarks>
public sealed class BrowserTests(BrowserTests.Window window) : IClassFixture<BrowserTests.Window>
{
    private const int Desk = 1280;
    private const int Telephone = 390;

    public static TheoryData<string> Examples =>
        [.. Repository.Files("examples", "*.parley").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Page_of_an_example_can_be_read_by_everybody_on_a_telephone_in_the_dark(string name) =>
        await Check(BriefJournals.Html(File.ReadAllText(Repository.At($"examples/{name}.parley"))), ColorScheme.Dark, Telephone);

    [Fact]
    public Task Page_of_the_longest_example_can_be_read_by_everybody() =>
        CheckAll(BriefJournals.Html(File.ReadAllText(Repository.At("examples/iran-us-2025.parley"))));

    [Fact]
    public Task Page_with_names_in_four_scripts_can_be_read_by_everybody() => CheckAll(BriefJournals.Html(BriefJournals.Scripts));

    [Fact]
    public async Task Page_of_a_long_record_can_be_read_by_everybody() =>
        await Check(BriefJournals.Html(BriefJournals.Long(400)), ColorScheme.Light, Telephone);

    private async Task CheckAll(string html)
    {
        await Check(html, ColorScheme.Light, Desk);
        await Check(html, ColorScheme.Light, Telephone);
        await Check(html, ColorScheme.Dark, Desk);
        await Check(html, ColorScheme.Dark, Telephone);
    }

    private async Task Check(string html, ColorScheme theme, int width)
    {
        IBrowser browser = await window.Open();
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ColorScheme = theme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.SetContentAsync(html);

        // Also what is folded away.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        AxeResult result = await page.RunAxe();
        int wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.CloseAsync();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes.FirstOrDefault()?.Html}"));
        Assert.True(wide <= width, $"the page is {wide} px wide");
        Assert.Empty(requests);
    }

    /// <summary>One browser for all these tests.</summary>
    public sealed class Window : IAsyncDisposable
    {
        private IPlaywright? playwright;
        private IBrowser? browser;

        /// <summary>The browser; without one the calling test is skipped, or fails.</summary>
        public async Task<IBrowser> Open()
        {
            string chromium = Requires.Program("chromium");
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-gpu"],
            });
        }

        public async ValueTask DisposeAsync()
        {
            if (browser is not null)
            {
                await browser.DisposeAsync();
            }

            playwright?.Dispose();
        }
    }
}
