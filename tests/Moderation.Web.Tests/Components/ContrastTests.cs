namespace Moderation.Web.Tests.Components;

public sealed class ContrastTests
{
    private const double Text = 4.5;
    private const double EdgesAndMarks = 3;

    private static readonly string[] Surfaces = ["page", "panel", "raised", "sunken", "hover", "picked"];

    private static readonly Stylesheet Stylesheet = Stylesheet.Read();

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var surface in Surfaces)
        {
            foreach (var role in (string[])["ink", "ink-2", "ink-3", "primary", "primary-hover", "danger", "less", "cover", "info", "ok", "sev-1", "sev-2", "sev-3", "sev-4"])
                pairs.Add(role, surface, Text);
            foreach (var role in (string[])["line-strong", "focus", "series-1", "series-2", "series-3", "series-4"])
                pairs.Add(role, surface, EdgesAndMarks);
        }

        foreach (var role in (string[])["primary", "danger", "less", "cover", "info", "ok"])
        {
            pairs.Add(role, $"{role}-soft", Text);
            pairs.Add("ink", $"{role}-soft", Text);
            pairs.Add("ink-2", $"{role}-soft", Text);
        }

        foreach (var (role, surface) in ((string, string)[])[
            ("on-primary", "primary"), ("on-primary", "primary-hover"), ("on-danger", "danger"),
            ("panel", "ink-2"), ("ink-3", "danger-soft")])
            pairs.Add(role, surface, Text);

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_colour_stands_out_from_what_it_stands_on(string role, string surface, double least)
    {
        foreach (var dark in (bool[])[false, true])
            Assert.True(
                Stylesheet.Contrast(role, surface, dark) >= least,
                $"{role} on {surface}, {(dark ? "dark" : "light")}: {Stylesheet.Contrast(role, surface, dark):0.00} is under {least}.");
    }

    [Fact]
    public void Every_role_that_carries_words_or_marks_is_measured()
    {
        string[] quiet = ["line", "sev-off", "shadow", "shadow-up"];
        var measured = Pairs().SelectMany(x => x.OfType<string>());

        Assert.Empty(Stylesheet.Roles.Except(measured).Except(quiet));
    }
}
