using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>
/// A job makes signals of what a sweep showed, some at a time. An account that a detector spoke of lately it does not speak of
/// again; what a person cleared stays cleared. Answers how many signals there are more.
/// </summary>
/// <param name="Sweep">Its number.</param>
/// <param name="Suspicions">1 to 100.</param>
[AllowedTo(Role.Product)]
public sealed record RecordSuspicions(long Sweep, IReadOnlyList<Suspicion> Suspicions) : ICommand<int>
{
    public const int MostAtOnce = 100;

    /// <summary>How long a detector says nothing more of an account.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromDays(30);

    private const string Guideline = "inauthentic-engagement";

    internal sealed class Validator : AbstractValidator<RecordSuspicions>
    {
        public Validator() => RuleFor(x => x.Suspicions.Count).InclusiveBetween(1, MostAtOnce);
    }

    internal sealed class Handler(ModerationDb db, SignalIntake signals, Guidelines.Rulebooks rulebooks, TimeProvider clock)
        : IRequestHandler<RecordSuspicions, Result<int>>
    {
        public async Task<Result<int>> Handle(RecordSuspicions command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            // A network may have rules without this one; a person is asked all the same.
            var guideline = (await rulebooks.InForce(db, now, ct)).Find(Guideline)?.Code;
            var (count, since) = (0, now - Quiet);
            foreach (var one in command.Suspicions.OrderByDescending(x => x.Score).DistinctBy(x => (x.Account, x.Detector)))
            {
                var subject = SubjectRef.Of(one.Account);
                if (await db.Signals.About(subject).AnyAsync(x => x.Detector == one.Detector && x.At > since, ct))
                    continue;

                var sent = await signals.Receive(
                    new(subject, one.Detector, one.Version, one.Label, one.Score, guideline, ExternalId(command.Sweep, one), Explanation: one.Explanation), ct);
                if (!sent.IsOk(out var answer, out var refusal))
                    return refusal;
                count += answer.Duplicate ? 0 : 1;
            }

            return count;
        }

        // Two nodes that are at the same part for a moment say the same thing once.
        private static string ExternalId(long sweep, Suspicion of) =>
            $"{of.Detector}:{sweep}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of.Account.Value)).AsSpan(0, 16))}";
    }
}
