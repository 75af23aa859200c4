using System.Globalization;
using System.Text;

namespace Parley.Tests.Briefs;

/// <summary>Journals from which pages are made, and the pages.</summary>
internal static class BriefJournals
{
    /// <summary>Names and words in four scripts, two of which run from right to left, and words that are markup.</summary>
    public const string Scripts = """
        negotiation  "مذاکرات آب و رود"

        party   wadi   "وزارة الموارد المائية"
        party   nahar  "רשות המים הלאומית"
        party   he     "黄河水利委员会"
        member  wadi.salma  "سلمى <b>حداد</b>, minister"  decides

        issue  flow   "سهم آب در سال <script>alert(1)</script>"  0..900 t
        issue  order  "Order & \"rank\""  اول < دوم < سوم

        wants  wadi   flow high, order high
        wants  nahar  flow low, order low

        source  gazette  press B2  "جريدة الصباح & <i>others</i>"

        2025-04-12  wadi        demands  #d1 -> nahar  flow >= 700, order = سوم  @table   ^gazette
        2025-04-14  nahar       offers   #o1 -> wadi   flow <= 300, order = اول  @letter  ^gazette
        2025-04-20  wadi, nahar, he  meet  #r1 round 1  "</style><script>alert(2)</script>"  ^gazette
        2025-04-21  wadi.salma  says     flow >= 800  "می‌گوید: ۸۰۰ یا هیچ"  @media  ^gazette
        2025-04-25  wadi        demands  #d2 -> nahar  flow >= 600  @table  ^gazette
        2025-05-02~  nahar      offers   #o2 -> wadi   flow <= 350  @private  ^gazette
        2025-05-03  he          presses  -> nahar  economic  "关闭水闸"  ^gazette

        """;

    /// <summary>A record of many entries on some issues, with offers that stay unanswered.</summary>
    /// <param name="count">How many entries.</param>
    public static string Long(int count)
    {
        StringBuilder text = new("party a \"The first side\"\nparty b \"The second side\"\ntrack t \"A track\"\n");
        for (int i = 0; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"issue i{i} \"Issue number {i}\" 0.. EUR\nwants a i{i} high\nwants b i{i} low\n");
        }

        DateOnly day = new(2001, 1, 1);
        text.Append('\n');
        for (int i = 0; i < count; i++)
        {
            string who = i % 2 == 0 ? "a  demands -> b" : "b  offers -> a";
            decimal value = i % 2 == 0 ? 5000 - i / 2 % 2000 : 100 + i / 2 % 2000;
            string sign = i % 2 == 0 ? ">=" : "<=";
            text.Append(CultureInfo.InvariantCulture, $"{day.AddDays(i):yyyy-MM-dd}  {who}  i{i % 30} {sign} {value} @table in t\n");
        }

        return text.ToString();
    }

    /// <summary>Makes a page of a journal.</summary>
    /// <param name="journal">The text of the journal.</param>
    /// <param name="arguments">The words of the command, with <c>j.parley</c> as the file.</param>
    public static string Make(string journal, params string[] arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-brief-");
        try
        {
            File.WriteAllText(Path.Join(folder.FullName, "j.parley"), journal);
            ParleyAnswer answer = ParleyProgram.Run(folder.FullName, arguments);
            return answer.Exit == 0 ? answer.Output : throw new InvalidOperationException(answer.Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The page of a journal.</summary>
    public static string Html(string journal) => Make(journal, "brief", "j.parley");
}
