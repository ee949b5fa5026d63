using AngleSharp.Dom;
using Bunit;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Tests.Components;

public sealed class OutcomeChipTests : VocabularyContext
{
    [Theory]
    [InlineData(OutcomeKind.Removed, "gone", "Removed", "Removed")]
    [InlineData(OutcomeKind.Demoted, "less", "Demoted", "Shown lower")]
    [InlineData(OutcomeKind.Covered, "cond", "Covered", "Covered first")]
    [InlineData(OutcomeKind.AgeLimited, "cond", "Age limited", "For adults only")]
    [InlineData(OutcomeKind.Labelled, "told", "Labelled", "Labelled")]
    [InlineData(OutcomeKind.Strike, "strike", "Strike", "1 strike")]
    public void Staff_read_its_name_and_members_what_it_means(OutcomeKind kind, string shape, string name, string meaning)
    {
        Assert.Contains(shape, Draw(kind).ClassList);
        Assert.Equal(name, Word(Draw(kind)));
        Assert.Equal(meaning, Word(Draw(kind, forMember: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_outcome_has_an_icon_and_words_of_its_own(OutcomeKind kind)
    {
        foreach (var forMember in (bool[])[false, true])
        {
            Assert.NotNull(Draw(kind, forMember).QuerySelector("[aria-hidden=true].m-icon"));
            Assert.DoesNotContain(".", Word(Draw(kind, forMember)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(OutcomeState.Ended, "ended")]
    [InlineData(OutcomeState.Overturned, "overturned")]
    public void What_is_past_is_struck_through_and_says_why(OutcomeState state, string word)
    {
        var drawn = Render<OutcomeChip>(x => x.Add(p => p.Kind, OutcomeKind.Removed).Add(p => p.State, state));

        Assert.Equal(["m-chip", "past"], drawn.Find(".m-chip").ClassList);
        Assert.EndsWith(word, drawn.Find(".m-row").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_the_focus_only_where_it_opens()
    {
        Assert.Equal("span", Draw(OutcomeKind.Removed).LocalName);
        Assert.Equal("a", Render<OutcomeChip>(x => x.Add(p => p.Kind, OutcomeKind.Removed).Add(p => p.Href, "/d/1")).Find(".m-chip").LocalName);
    }

    [Fact]
    public void A_weight_an_end_and_a_number_are_said()
    {
        var chip = Render<OutcomeChip>(x => x.Add(p => p.Kind, OutcomeKind.Demoted).Add(p => p.Weight, .5).Add(p => p.Until, Clock.GetUtcNow()));
        Assert.Contains("50", chip.Markup, StringComparison.Ordinal);
        Assert.Equal("2026-11-21T18:04:00Z", chip.Find("time").GetAttribute("datetime"));

        Assert.Equal("Strike 6", Word(Render<OutcomeChip>(x => x.Add(p => p.Kind, OutcomeKind.Strike).Add(p => p.Number, 6)).Find(".m-chip")));
    }

    public static TheoryData<OutcomeKind> Kinds() => new(Enum.GetValues<OutcomeKind>());

    private IElement Draw(OutcomeKind kind, bool forMember = false) =>
        Render<OutcomeChip>(x => x.Add(p => p.Kind, kind).Add(p => p.ForMember, forMember)).Find(".m-chip");

    private static string Word(IElement chip) => chip.Children[1].TextContent;
}
