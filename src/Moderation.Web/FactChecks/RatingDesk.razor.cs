using System.Globalization;
using Microsoft.AspNetCore.Components;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.FactChecks;

/// <summary>The rating, what it rests on, and what it will do: worked out anew with each choice, before it is given.</summary>
public sealed partial class RatingDesk
{
    private ElementReference claimField, pageField;
    private Rating? rating;
    private string? claim, url, sources, language, explanation;
    private PreviewRating.Answer? preview;
    private Consequences? consequences;
    private PreviewState state = PreviewState.Computing;
    private Error? refusal, previewRefusal;
    private Lack said;
    private bool busy, isAsiding;
    private int asked;

    private enum Lack
    {
        Nothing,
        Rating,
        Claim,
        Page,
        Sources,
    }

    /// <summary>What is rated; null where it is a check that waits.</summary>
    [Parameter] public ItemToCheck.Answer? Post { get; set; }

    [Parameter] public ClaimFile.Answer? Check { get; set; }

    [Parameter] public EventCallback<FactCheckId> OnRated { get; set; }

    [Parameter] public EventCallback OnAside { get; set; }

    /// <summary>A key did nothing; keys listen again.</summary>
    [Parameter] public EventCallback OnIdle { get; set; }

    /// <summary>Its keys, while it is as it is.</summary>
    public IEnumerable<PageKey> Keys =>
    [
        .. Enum.GetValues<Rating>().Select(x => new PageKey($"{(int)x + 1}", KeyGroup.Decide, T[$"Rating.{x}"], () => Drawn(Choose(x)))),
        .. Post is null ? [] : new PageKey[] { new("W", KeyGroup.Decide, T["Rate.Claim"]) },
        .. Post is { Waits: true } ? new PageKey[] { new("Y", KeyGroup.Decide, T["Rate.Aside"], () => Drawn(BeginAside())) } : [],
        new("Ctrl+Enter", KeyGroup.Decide, T["Rate.Send"], () => Drawn(Send())),
    ];

    private Lack Missing => rating is null ? Lack.Rating
        : Post is null ? Lack.Nothing
        : string.IsNullOrWhiteSpace(claim) ? Lack.Claim
        : !Links.IsSecure(url?.Trim()) ? Lack.Page
        : !Array.TrueForAll(Sources, Links.IsSecure) || Sources.Length > CheckClaim.MostSources ? Lack.Sources
        : Lack.Nothing;

    private string[] Sources => [.. (sources ?? "").Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    protected override void OnInitialized() => language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    // What was said to be missing is said no longer once it is there.
    private bool Lacks(Lack what) => said == what && Missing == what;

    private static string Said(bool yes) => yes ? "true" : "false";

    private async Task Drawn(Task act)
    {
        await act;
        StateHasChanged();
    }

    private Task Choose(Rating chosen)
    {
        rating = chosen;
        return Preview();
    }

    // What is shown belongs to what was chosen last, however late another answer comes.
    private async Task Preview()
    {
        if (rating is not { } chosen)
            return;

        var mine = ++asked;
        state = PreviewState.Computing;
        StateHasChanged();
        var answer = await Run(new PreviewRating(chosen, url?.Trim(), Post?.Content, Check?.Id));
        if (mine != asked)
            return;

        (state, consequences) = answer.IsOk(out preview, out previewRefusal) ? (PreviewState.Ready, T.Consequences(chosen, preview, hasPage: Post is null || Links.IsSecure(url))) : (PreviewState.Refused, null);
    }

    private async Task Send()
    {
        if (busy || state is not PreviewState.Ready && rating is not null)
        {
            await OnIdle.InvokeAsync();
            return;
        }

        said = Missing;
        if (said is not Lack.Nothing)
        {
            if (said is Lack.Claim)
                await claimField.FocusAsync();
            if (said is Lack.Page)
                await pageField.FocusAsync();
            await OnIdle.InvokeAsync();
            return;
        }

        busy = true;
        StateHasChanged();
        var made = Post is { } post
            ? (await Run(new CheckClaim(post.Content, claim!.Trim(), rating!.Value, url!.Trim(), Sources, language?.Trim(), explanation))).Match<Result<FactCheckId>>(x => x.Id, no => no)
            : (await Run(new RateClaim(Check!.Id, rating!.Value))).Match<Result<FactCheckId>>(_ => Check!.Id, no => no);
        busy = false;
        if (made.IsOk(out var id, out refusal))
            await OnRated.InvokeAsync(id);
        else
            await OnIdle.InvokeAsync();
    }

    private Task BeginAside()
    {
        isAsiding = true;
        return OnIdle.InvokeAsync();
    }
}
