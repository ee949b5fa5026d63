using FluentValidation;
using MediatR;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A policy manager says who checks facts, whether that counts, and how their words read.</summary>
/// <param name="Host">Of its address, for example <c>example.org</c>; names it.</param>
/// <param name="Words">What each of its rating words means, in its own language; with <paramref name="Numbers"/> empty, the six names in English.</param>
/// <param name="Numbers">What each number of its scale means.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record SavePublisher(
    string Host, string Name, bool IsAccredited, string? Accreditation, IReadOnlyDictionary<string, Rating> Words,
    IReadOnlyDictionary<double, Rating> Numbers) : ICommand<Done>
{
    /// <summary>In characters.</summary>
    public const int MaxHost = 253;

    internal sealed class Validator : AbstractValidator<SavePublisher>
    {
        public Validator()
        {
            RuleFor(x => x.Host).NotEmpty().MaximumLength(MaxHost)
                .Must(x => x is not null && Uri.CheckHostName(x) is UriHostNameType.Dns && !x.Any(char.IsUpper) && !x.StartsWith("www.", StringComparison.Ordinal))
                .WithMessage("'Host' is the host of its address in small letters, without 'www.'.");
            RuleFor(x => x.Name).NotEmpty().MaximumLength(ClaimReview.MaxName);
            RuleFor(x => x.Accreditation).MaximumLength(ClaimReview.MaxName).NotEmpty().When(x => x.IsAccredited);
            RuleFor(x => x.Words).NotNull().Must(x => x is null || x.Count <= RatingTable.Most && x.Keys.All(y => RatingTable.Plain(y) is { Length: > 0 and <= ClaimReview.MaxName })
                    && x.Keys.Select(RatingTable.Plain).Distinct().Count() == x.Count)
                .WithMessage($"'Words' has {RatingTable.Most} words at most, each once.");
            RuleFor(x => x.Numbers).NotNull().Must(x => x is null || x.Count <= RatingTable.Most && x.Keys.All(double.IsFinite))
                .WithMessage($"'Numbers' has {RatingTable.Most} numbers at most.");
            RuleFor(x => x).Must(x => (x.Words?.Values ?? []).Concat(x.Numbers?.Values ?? []).All(Enum.IsDefined)).WithName("Words").WithMessage("A word means one of the six ratings.");
        }
    }

    internal sealed class Handler(ModerationDb db) : IRequestHandler<SavePublisher, Result<Done>>
    {
        public async Task<Result<Done>> Handle(SavePublisher command, CancellationToken ct)
        {
            var publisher = await db.Set<Publisher>().FindAsync([command.Host], ct) ?? db.Add(Publisher.Of(command.Host)).Entity;
            publisher.Say(command);
            return default(Done);
        }
    }
}
