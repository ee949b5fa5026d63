using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Moderation.Web.Tests.Members;

public sealed partial class MemberTextsTests
{
    // What members read; People and Keys are for administrators, who work in English.
    private static readonly string[] ForMembers =
        ["Status.", "Decision.", "Notices.", "Appeals.", "SignIn.", "Member.", "Progress.", "Appeal.", "Dispute.", "Reason.", "Surface.", "Ladder.", "Timeline.", "Error."];

    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static TheoryData<string> Keys => [.. All("").Keys.Where(x => ForMembers.Any(y => x.StartsWith(y, StringComparison.Ordinal))).Order()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_word_for_members_is_there_in_Dutch_with_the_same_gaps(string key)
    {
        Assert.True(All("nl").TryGetValue(key, out var dutch), $"'{key}' has no Dutch.");
        Assert.Equal(Gaps(All("")[key]), Gaps(dutch!));
    }

    [Fact]
    public void Dutch_has_no_word_of_its_own() => Assert.Empty(All("nl").Keys.Except(All("").Keys));

    private static Dictionary<string, string> All(string culture) => Resources.GetResourceSet(new CultureInfo(culture), createIfNotExists: true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value!);

    private static string[] Gaps(string text) => [.. Gap().Matches(text).Select(x => x.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
