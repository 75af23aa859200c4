using System.Text;
using Parley.Exchange.Reading;
using Xunit;

namespace Parley.Tests.Exchange;

/// <summary>Files made to harm or to mislead: each is refused by a sentence, within the limits.</summary>
public sealed class HostileFilesTests
{
    private const string Issue = "<issue index=\"1\" name=\"Price\" type=\"discrete\"><item value=\"low\" evaluation=\"1\"/><item value=\"high\" evaluation=\"2\"/></issue>";
    private const string Domain = "<negotiation_template><utility_space><objective>" + Issue + "</objective></utility_space></negotiation_template>";
    private const string Weights = "{\"issueWeights\":{\"A\":0.5},\"issues\":{\"A\":{\"x\":1}}}";

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"b\">]><negotiation_template>&b;</negotiation_template>", "the XML breaks off or breaks its rules here, or declares entities of its own")]
    [InlineData("<negotiation_template><utility_space>", "the XML breaks off or breaks its rules here, or declares entities of its own")]
    [InlineData(Domain, "there is no profile")]
    [InlineData("<utility_space/>", "there is no domain")]
    [InlineData("<html/>", "the file is neither a domain nor a profile that is known")]
    [InlineData(Weights, "the weights add up to 0.5, not 1")]
    [InlineData("{\"issueWeights\":{\"A\":NaN},\"issues\":{\"A\":{\"x\":1}}}", "the JSON breaks off or breaks its rules here")]
    [InlineData("{\"issueWeights\":{\"A\":1},\"issues\":{\"A\":{\"x\":1e999999999}}}", "\"1e999999999\" is no number that can be read exactly")]
    [InlineData("{\"issueWeights\":{},\"issues\":{\"A\":{\"x\":1}}}", "there is no \"A\" here")]
    [InlineData("{\"issueWeights\":{\"A\":1,\"A\":1},\"issues\":{}}", "\"A\" stands twice here")]
    [InlineData("type: LinearAdditiveUtilityFunction\nweights: *a\n", "a repeated part is not complete before this line")]
    [InlineData("type: LinearAdditiveUtilityFunction\nweights: [1\n", "the YAML breaks off or breaks its rules here")]
    [InlineData("a: &a [*a]\n", "a repeated part is not complete before this line")]
    [InlineData("type: MaxCenterUFun\noutcome_space: {type: OutcomeSpace, issues: [{name: A, type: CategoricalIssue, values: [x]}]}\n", "a function of the type \"MaxCenterUFun\" is a program or not additive, and cannot be read")]
    [InlineData("type: LinearAdditiveUtilityFunction\nreserved_value: .nan\nvalues: []\noutcome_space: {type: OutcomeSpace, issues: [{name: A, type: CategoricalIssue, values: [x]}]}\n", "there are 0 functions and 0 weights for 1 issues")]
    public void File_is_refused_by_a_sentence(string text, string summary) => Assert.Contains(summary, Faults(text));

    [Fact]
    public void Profile_says_what_is_missing_and_what_is_no_number()
    {
        string profile = "<utility_space><objective>" + Issue.Replace("\"2\"", "\"NaN\"", StringComparison.Ordinal) + "</objective></utility_space>";
        Assert.Equal(["issue \"Price\" has no weight"], Faults(Domain, profile));
        string weighed = profile.Replace("</objective>", "<weight index=\"1\" value=\"1\"/></objective>", StringComparison.Ordinal);
        Assert.Equal(["evaluation \"NaN\" is no number that can be read exactly"], Faults(Domain, weighed));
    }

    [Fact]
    public void Depth_is_bounded_in_every_format()
    {
        Assert.Equal([$"elements lie more than {ScenarioLimits.Depth} deep"], Faults(Repeated("<a>", 100_000)));
        Assert.Equal([$"parts lie more than {ScenarioLimits.Depth} deep"], Faults("{\"a\":" + Repeated("[", 100_000)));
        Assert.Equal([$"parts lie more than {ScenarioLimits.Depth} deep"], Faults("a: " + Repeated("[", 200)));
    }

    [Fact]
    public void Million_items_are_too_many_in_every_format()
    {
        Assert.Equal([$"more than {ScenarioLimits.Elements} elements"], Faults("<negotiation_template>" + Repeated("<item/>", 1_000_000)));
        string parts = $"more than {ScenarioLimits.Elements} parts, repeated ones among them";
        Assert.Equal([parts], Faults("{\"a\":[" + Repeated("0,", 1_000_000)));
        Assert.Equal([parts], Faults("a:\n" + Repeated("- 0\n", 1_000_000)));
    }

    [Fact]
    public void Repeated_parts_of_yaml_count_each_time()
    {
        StringBuilder text = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Equal([$"more than {ScenarioLimits.Elements} parts, repeated ones among them"], Faults(text.ToString()));
    }

    [Fact]
    public void File_above_the_limit_is_not_opened()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "big.json");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(ScenarioLimits.Bytes + 1L);
        }

        Assert.Equal($"the file has more than {ScenarioLimits.Bytes} bytes", Assert.Single(ScenarioReader.Read(path).Faults).Summary);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void No_more_faults_are_told_than_the_limit()
    {
        string profile = "<utility_space><objective>" + Repeated("<issue name=\"x\"/>", 1000) + "</objective></utility_space>";
        Assert.Equal(ScenarioLimits.Faults, Faults(Domain, profile).Count);
    }

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();

    private static List<string> Faults(params string[] texts)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string[] paths = [.. texts.Select((t, i) =>
            {
                string path = Path.Combine(folder.FullName, $"file{i}");
                File.WriteAllText(path, t);
                return path;
            })];
            ScenarioReading reading = ScenarioReader.Read(paths);
            Assert.Null(reading.Scenario);
            Assert.All(reading.Faults, f => Assert.NotEmpty(f.Help));
            return [.. reading.Faults.Select(f => f.Summary)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
