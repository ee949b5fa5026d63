using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager begins a draft from a version.</summary>
/// <param name="BasedOn">The version's number; null for the one in force.</param>
/// <param name="Name">What the draft is called among colleagues, 1 to 200 characters.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record StartDraft(int? BasedOn, string Name) : ICommand<DraftId>
{
    internal sealed class Validator : AbstractValidator<StartDraft>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(RulebookVersion.MaxNameLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<StartDraft, Result<DraftId>>
    {
        public async Task<Result<DraftId>> Handle(StartDraft command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var versions = command.BasedOn is { } number ? db.RulebookVersions.Where(x => x.Number == number) : db.RulebookVersions.InForceAt(now);
            if (await versions.Select(x => new { x.Number, x.Json }).FirstOrDefaultAsync(ct) is not { } version)
                return GuidelineErrors.UnknownVersion;

            return RulebookDraft.Start(command.Name, EarlierRulebook.Today(version.Json), version.Number, ((Actor.Staff)call.Actor).Id, now)
                .Match<Result<DraftId>>(x => db.Add(x).Entity.Id, refused => refused);
        }
    }
}
