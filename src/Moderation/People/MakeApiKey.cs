using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>An administrator makes a key for a program. The secret is in this answer and nowhere else, ever.</summary>
/// <param name="Secret">Only for the product's own seeding in Development; null draws one.</param>
[AllowedTo(Role.Admin, Role.Product)]
public sealed record MakeApiKey(string Name, string Client, IReadOnlyList<Scope> Scopes, string? Secret = null)
    : ICommand<MakeApiKey.Answer>
{
    public sealed record Answer(ApiKeyId Id, string Secret);

    internal sealed class Validator : AbstractValidator<MakeApiKey>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.MaxNameLength);
            RuleFor(x => x.Client).NotEmpty().MaximumLength(ApiKey.MaxNameLength);
            RuleFor(x => x.Scopes).NotEmpty();
            RuleForEach(x => x.Scopes).IsInEnum();
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<MakeApiKey, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MakeApiKey command, CancellationToken ct)
        {
            if (command.Secret is not null && call.Actor != Actor.Product)
                return PipelineErrors.NotAllowed;

            var secret = command.Secret ?? ApiKey.DrawSecret();
            var digest = ApiKey.DigestOf(secret);
            if (await db.ApiKeys.FirstOrDefaultAsync(x => x.Digest == digest, ct) is { } same)
                return new Answer(same.Id, secret);

            return new Answer(db.Add(ApiKey.Make(command.Name, command.Client, secret, command.Scopes, clock.GetUtcNow())).Entity.Id, secret);
        }
    }
}
