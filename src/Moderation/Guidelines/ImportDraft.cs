using System.Text.Json;
using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager brings a file as a draft. It may have mistakes, but must be JSON.</summary>
/// <param name="Name">What the draft is called among colleagues, 1 to 200 characters.</param>
/// <param name="Json">At most 5 MB.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record ImportDraft(string Name, string Json) : ICommand<DraftId>
{
    internal sealed class Validator : AbstractValidator<ImportDraft>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(RulebookVersion.MaxNameLength);
            RuleFor(x => x.Json).NotNull();
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<ImportDraft, Result<DraftId>>
    {
        public Task<Result<DraftId>> Handle(ImportDraft command, CancellationToken ct)
        {
            // A file saved by an editor of Windows may begin with a mark of its encoding.
            var json = command.Json.TrimStart('\uFEFF');
            return Task.FromResult(RulebookDraft.Unfit(json) is { } unfit ? unfit
                : Unreadable(json) is { } unreadable ? unreadable
                : RulebookDraft.Start(command.Name, json, null, ((Actor.Staff)call.Actor).Id, clock.GetUtcNow())
                    .Match<Result<DraftId>>(x => db.Add(x).Entity.Id, refused => refused));
        }

        private static Error? Unreadable(string json)
        {
            try
            {
                using var _ = JsonDocument.Parse(json);
                return null;
            }
            catch (JsonException mistake)
            {
                return GuidelineErrors.Unreadable(Places.Line(mistake.LineNumber));
            }
        }
    }
}
