using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>The host platform asks for a link that signs a member in once.</summary>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record MakeSignInLink(AccountId Account) : ICommand<MakeSignInLink.Answer>
{
    /// <summary>How long a link waits to be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    public sealed record Answer(string Token, DateTimeOffset ExpiresAt);

    internal sealed class Validator : AbstractValidator<MakeSignInLink>
    {
        public Validator() => RuleFor(x => x.Account).Must(x => TextId.IsValid(x.Value)).WithMessage("'Account' is not a valid id.");
    }

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<MakeSignInLink, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(MakeSignInLink command, CancellationToken ct)
        {
            var token = ApiKey.DrawSecret();
            var expiresAt = clock.GetUtcNow() + Lifetime;
            db.Add(SignInLink.For(command.Account, token, expiresAt));
            return Task.FromResult<Result<Answer>>(new Answer(token, expiresAt));
        }
    }
}
