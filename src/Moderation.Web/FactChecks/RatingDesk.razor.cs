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
    private ElementReference claimField, pageField, asideField;
    private Rating? rating;
    private string? claim, url, sources, language, explanation, asideReason;
    private PreviewRating.Answer? preview;
    private Consequences? consequences;
    private PreviewState state = PreviewState.Computing;
    private Error? refusal, previewRefusal;
    private Missing missing;
    private bool busy, isAsiding, isAsideNew;
    private int asked;

    private enum Missing
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

    private string[] Sources => [.. (sources ?? "").Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    protected override void OnInitialized() => language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isAsideNew)
        {
            isAsideNew = false;
            await asideField.FocusAsync();
        }
    }

    private static string Said(bool yes) => yes ? "true" : "false";

    private async Task Drawn(Task act)
    {
        await act;
        StateHasChanged();
    }

    private Task Choose(Rating chosen)
    {
        (rating, missing) = (chosen, Missing.Nothing);
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

        missing = rating is null ? Missing.Rating
            : Post is null ? Missing.Nothing
            : string.IsNullOrWhiteSpace(claim) ? Missing.Claim
            : !Links.IsSecure(url?.Trim()) ? Missing.Page
            : !Array.TrueForAll(Sources, Links.IsSecure) || Sources.Length > CheckClaim.MostSources ? Missing.Sources
            : Missing.Nothing;
        if (missing is not Missing.Nothing)
        {
            if (missing is Missing.Claim)
                await claimField.FocusAsync();
            if (missing is Missing.Page)
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
        (isAsiding, isAsideNew) = (true, true);
        return OnIdle.InvokeAsync();
    }

    private async Task SetAside()
    {
        if (busy || Post is null || string.IsNullOrWhiteSpace(asideReason))
            return;

        busy = true;
        var answer = await Run(new SetClaimAside(Post.Content, asideReason.Trim()));
        busy = false;
        if (answer.IsOk(out _, out refusal))
            await OnAside.InvokeAsync();
    }
}
