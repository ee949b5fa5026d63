using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>A job tells people, once, a day before a limit of two days or more on their account ends. Answers how many limits it told of.</summary>
[AllowedTo(Role.Product)]
public sealed record RemindOfEnds : ICommand<int>
{
    /// <summary>Limits a command; a full one means that there may be more.</summary>
    public const int MaxLimits = 200;

    public static TimeSpan Before { get; } = TimeSpan.FromHours(24);

    /// <summary>Shorter limits are not worth a second notice.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromDays(2);

    internal sealed class Handler(ModerationDb db, Happenings happenings, TimeProvider clock) : IRequestHandler<RemindOfEnds, Result<int>>
    {
        public async Task<Result<int>> Handle(RemindOfEnds command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var soon = now + Before;
            var ending = await db.Outcomes.AsNoTracking()
                .Where(x => (x.Kind == OutcomeKind.FeatureBlocked || x.Kind == OutcomeKind.Suspended) && x.Until > now && x.Until <= soon
                    && x.From <= now && x.EndedAt == null && x.RetractedAt == null && x.SubjectKind == SubjectKind.Account
                    && !db.Set<EndReminder>().Any(y => y.OutcomeId == x.Id))
                .OrderBy(x => x.Until).ThenBy(x => x.Id).Take(MaxLimits).ToListAsync(ct);
            foreach (var outcome in ending)
            {
                db.Add(EndReminder.Of(outcome.Id, now));
                if (outcome.Until - outcome.From >= Shortest)
                    happenings.Raise(new EndIsNear(new(outcome.SubjectId), outcome.DecisionId, outcome.Kind, outcome.Features, outcome.Until!.Value));
            }

            return ending.Count;
        }
    }
}

/// <summary>A limit on an account ends within a day.</summary>
internal sealed record EndIsNear(
    AccountId Account, DecisionId Decision, OutcomeKind Kind, IReadOnlyList<Feature> Features, DateTimeOffset Until) : IEvent;

/// <summary>That somebody was reminded of an end, or did not need to be.</summary>
internal sealed class EndReminder
{
    private EndReminder()
    {
    }

    public OutcomeId OutcomeId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static EndReminder Of(OutcomeId outcome, DateTimeOffset now) => new() { OutcomeId = outcome, At = now };
}

internal sealed class EndReminderMapping : IEntityTypeConfiguration<EndReminder>
{
    public void Configure(EntityTypeBuilder<EndReminder> builder)
    {
        builder.ToTable("EndReminders");
        builder.HasKey(x => x.OutcomeId);
    }
}

internal static class Reminders
{
    public static NoticeDraft Of(EndIsNear near, CultureInfo culture)
    {
        var date = ("date", (object?)NoticeTexts.Date(near.Until, culture));
        var features = string.Join(", ", near.Features.Select(x => NoticeTexts.Fill($"feature.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(x.ToString())}", culture)));
        return near.Kind is OutcomeKind.Suspended
            ? new(NoticeKind.Reminder, NoticeTexts.Fill("title.reminderSuspended", culture, date), NoticeTexts.Fill("reminder.suspended", culture, date), [near.Decision], null)
            : new(NoticeKind.Reminder, NoticeTexts.Fill("title.reminder", culture, date), NoticeTexts.Fill("reminder.featureBlocked", culture, date, ("features", features)), [near.Decision], null);
    }
}
