using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Components;
using Moderation.Web.Review;

namespace Moderation.Web.Search;

/// <summary>Cases, accounts and decisions, by what people know of them.</summary>
public sealed partial class SearchPage
{
    private readonly Stack<object?> before = [];
    private IReadOnlyList<RulebookView.Rule> rules = [];
    private List<Line>? lines;
    private Error? refusal;
    private object? place, next;
    private string? text, guideline, stage, finding, outcome, automated;
    private DateOnly? from, until;
    private int count;
    private bool byMe, orMore;
    private (string?, Kind)? loaded;

    private enum Kind
    {
        Cases,
        Accounts,
        Decisions,
    }

    private sealed record Line(string Name, string Text, string Href, string State, string? Ground = null, DateTimeOffset? At = null);

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? What { get; set; }

    private Kind In => Enum.TryParse<Kind>(What, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : default;

    private string Counted => In is Kind.Accounts ? "" : T["Search.Count", count.ToString("N0", CultureInfo.CurrentCulture) + (orMore ? "+" : "")];

    public static string Address(string text) => $"{Places.Search}?q={Uri.EscapeDataString(text)}";

    /// <summary>A decision is read with the case it closed, or with the account it is against.</summary>
    public static string AddressOf(SearchDecisions.Row x) => x.Case is { } id ? CasePage.Address(id) : AccountPage.Address(x.Author);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == (Q, In))
            return;

        (loaded, text, place) = ((Q, In), Q, null);
        before.Clear();
        await Load();
        if (rules.Count == 0 && refusal is null && (await Run(new RulebookView())).IsOk(out var book, out _))
            rules = [.. book.Guidelines.OrderBy(x => x.Title, StringComparer.CurrentCulture)];
    }

    private async Task Ask()
    {
        (place, loaded) = (null, (text, In));
        before.Clear();
        await Load();
        Navigation.NavigateTo(Address(text, In), replace: true);
    }

    private async Task Load()
    {
        lines = null;
        refusal = null;
        var said = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        switch (In)
        {
            case Kind.Cases when (await Run(new SearchCases(
                said, Word<CaseStage>(stage), Given(guideline), byMe, Instant(from), Instant(until?.AddDays(1)), After: (SearchPlace?)place))).IsOk(out var cases, out refusal):
                Show(cases.Rows.Select(LineOf), cases.Next, cases.Count, cases.OrMore);
                break;
            case Kind.Accounts when said is null:
                Show([], null, 0, false);
                break;
            case Kind.Accounts when (await Run(new SearchAccounts(said, After: (SearchAccounts.Place?)place))).IsOk(out var accounts, out refusal):
                Show(accounts.Rows.Select(LineOf), accounts.Next, 0, false);
                break;
            case Kind.Decisions when (await Run(new SearchDecisions(
                said, Given(guideline), Word<Finding>(finding), Word<OutcomeKind>(outcome), bool.TryParse(automated, out var machine) ? machine : null, byMe,
                Instant(from), Instant(until?.AddDays(1)), After: (SearchPlace?)place))).IsOk(out var decisions, out refusal):
                Show(decisions.Rows.Select(LineOf), decisions.Next, decisions.Count, decisions.OrMore);
                break;
        }
    }

    private void Show(IEnumerable<Line> found, object? goOn, int howMany, bool more)
    {
        (lines, next) = ([.. found], goOn);
        if (place is null)
            (count, orMore) = (howMany, more);
    }

    private Line LineOf(SearchCases.Row x) => new(
        x.Id.Code, $"{CaseWords.At(x.Handle)} · {T.Kind(x.Kind)}", CasePage.Address(x.Id), T[$"Search.Stage.{x.Stage}"], x.Guideline, x.OpenedAt);

    private Line LineOf(SearchAccounts.Row x) => new(
        CaseWords.At(x.Handle), x.DisplayName ?? "", AccountPage.Address(x.Id), x.Gone ? T["Search.Gone"] : T["Content.Followers", x.Followers.ToString("N0", CultureInfo.CurrentCulture)]);

    private Line LineOf(SearchDecisions.Row x) => new(
        x.Id.Code, CaseWords.At(x.Handle), AddressOf(x), x.State is DecisionState.InForce ? T[$"Case.Found.{x.Finding}"] : T[$"Case.{x.State}"], x.Guideline, x.MadeAt);

    private Task Forward()
    {
        before.Push(place);
        place = next;
        return Load();
    }

    private Task Back()
    {
        place = before.Pop();
        return Load();
    }

    private static string Address(string? text, Kind kind)
    {
        var parts = new Dictionary<string, string?> { ["q"] = string.IsNullOrWhiteSpace(text) ? null : text, ["what"] = kind is Kind.Cases ? null : kind.ToString() };
        return QueryHelpers.AddQueryString(Places.Search, parts.Where(x => x.Value is not null));
    }

    private static string? Given(string? said) => string.IsNullOrEmpty(said) ? null : said;

    private static TWord? Word<TWord>(string? word) where TWord : struct, Enum => Enum.TryParse<TWord>(word, out var found) ? found : null;

    private static DateTimeOffset? Instant(DateOnly? day) => day is { } x ? new(x.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
