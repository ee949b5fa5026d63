using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>
/// A policy manager goes back to an earlier version: its text becomes a draft that is proposed at once. It counts when
/// another policy manager agrees, as a new version.
/// </summary>
/// <param name="Number">A version that was in force once.</param>
/// <param name="Note">Why, 1 to 2,000 characters.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record RollBackRulebook(int Number, string Note) : ICommand<DraftId>
{
    internal sealed class Validator : AbstractValidator<RollBackRulebook>
    {
        public Validator() => RuleFor(x => x.Note).NotEmpty().MaximumLength(RulebookDraft.MaxNoteLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<RollBackRulebook, Result<DraftId>>
    {
        public async Task<Result<DraftId>> Handle(RollBackRulebook command, CancellationToken ct)
        {
            var (me, now) = (((Actor.Staff)call.Actor).Id, clock.GetUtcNow());
            if (await db.RulebookVersions.AsNoTracking().FirstOrDefaultAsync(x => x.Number == command.Number, ct) is not { } version)
                return GuidelineErrors.UnknownVersion;

            var inForce = await db.RulebookVersions.InForceAt(now).Select(x => x.Number).ToListAsync(ct);
            if (!inForce.Contains(version.Number))
                return DraftErrors.NeverInForce;
            if (inForce[0] == version.Number)
                return DraftErrors.AlreadyInForce;

            var name = string.Create(CultureInfo.InvariantCulture, $"Back to version {version.Number}");
            if (!RulebookDraft.Start(name, EarlierRulebook.Today(version.Json), version.Number, me, now).IsOk(out var draft, out var refusal)
                || !draft.Propose(me, null, command.Note, now).IsOk(out _, out refusal))
                return refusal;

            return db.Add(draft).Entity.Id;
        }
    }
}
