using Microsoft.AspNetCore.Components;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.Rulebook;

/// <summary>A draft is written here, checked while it is written, and proposed.</summary>
public partial class DraftPage
{
    private const int Shown = 50;

    private DraftFile.Answer? draft;
    private RulebookEditor? editor;
    private IReadOnlyList<Mistake> mistakes = [];
    private Error? refusal;
    private string kept = "";
    private bool isDirty, saved, busy, asksToDiscard;
    private int written;

    [Parameter] public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Me() is Actor.Staff(var me))
            kept = Kept.Name(me, Id);
        await Load();
    }

    private async Task Load()
    {
        if (!(await Run(new DraftFile(new(Id)))).IsOk(out var opened, out refusal))
            return;

        (draft, mistakes, isDirty, asksToDiscard) = (opened, opened.Mistakes, false, false);
    }

    // Checks cross each other on a slow line: only the last one counts.
    private async Task Written()
    {
        var mine = ++written;
        (isDirty, saved, asksToDiscard) = (true, false, false);
        var answered = await Run(new CheckRulebook(await editor!.Read()));
        if (mine == written && answered.IsOk(out var checkedNow, out refusal))
            mistakes = checkedNow.Mistakes;
    }

    private Task Save() => Once(async () =>
    {
        var before = written;
        var text = await editor!.Read();
        if (!(await Run(new EditDraft(draft!.Id, text, draft.Version))).IsOk(out _, out refusal))
            return;

        // What was typed while this was stored is not.
        if (before != written)
            return;

        await editor.Forget();
        await Load();
        saved = true;
    });

    // The line stands before the words, as a link.
    private static string WithoutLine(Mistake mistake) => mistake.Words.Replace($" (line {mistake.Line})", "", StringComparison.Ordinal);

    private Task SaveBeside() => Once(async () =>
    {
        if (!(await Run(new ImportDraft($"{draft!.Name[..Math.Min(draft.Name.Length, 190)]} (2)", await editor!.Read()))).IsOk(out var beside, out refusal))
            return;

        await editor.Forget();
        Navigation.NavigateTo($"{Places.Drafts}/{beside.Value}", forceLoad: true);
    });

    private Task Discard() => Once(async () =>
    {
        if (!asksToDiscard)
        {
            asksToDiscard = true;
            return;
        }

        if (!(await Run(new DiscardDraft(draft!.Id))).IsOk(out _, out refusal))
            return;

        await editor!.Forget();
        Navigation.NavigateTo(Places.Drafts);
    });

    private async Task Once(Func<Task> act)
    {
        if (busy)
            return;

        busy = true;
        try
        {
            await act();
        }
        finally
        {
            busy = false;
        }
    }
}
