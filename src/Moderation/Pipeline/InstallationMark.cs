using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Says that some long work on this installation was begun and did not end yet, whatever was killed meanwhile.</summary>
internal sealed class InstallationMark
{
    public const int MaxNameLength = 40;

    private InstallationMark()
    {
    }

    public string Name { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    public static InstallationMark Set(string name, DateTimeOffset now) => new() { Name = name, Since = now };
}

/// <summary>The host begins some long work; the answer is when it was first begun.</summary>
[AllowedTo(Role.Product)]
public sealed record BeginLongWork(string Name) : ICommand<DateTimeOffset>, IHousekeeping
{
    internal sealed class Validator : AbstractValidator<BeginLongWork>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(InstallationMark.MaxNameLength);
    }

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<BeginLongWork, Result<DateTimeOffset>>
    {
        public async Task<Result<DateTimeOffset>> Handle(BeginLongWork command, CancellationToken ct) =>
            (await db.Set<InstallationMark>().FindAsync([command.Name], ct)
                ?? db.Add(InstallationMark.Set(command.Name, clock.GetUtcNow())).Entity).Since;
    }
}

/// <summary>The host ends some long work; true when it had been begun.</summary>
[AllowedTo(Role.Product)]
public sealed record EndLongWork(string Name) : ICommand<bool>, IHousekeeping
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<EndLongWork, Result<bool>>
    {
        public async Task<Result<bool>> Handle(EndLongWork command, CancellationToken ct) =>
            await db.Set<InstallationMark>().Where(x => x.Name == command.Name).ExecuteDeleteAsync(ct) > 0;
    }
}

/// <summary>The host at its start asks whether some long work was left unfinished.</summary>
[AllowedTo(Role.Product)]
public sealed record IsLongWorkUnfinished(string Name) : IQuery<bool>
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<IsLongWorkUnfinished, Result<bool>>
    {
        public async Task<Result<bool>> Handle(IsLongWorkUnfinished query, CancellationToken ct) =>
            await db.Set<InstallationMark>().AnyAsync(x => x.Name == query.Name, ct);
    }
}

internal sealed class InstallationMarkMapping : IEntityTypeConfiguration<InstallationMark>
{
    public void Configure(EntityTypeBuilder<InstallationMark> builder)
    {
        builder.ToTable("InstallationMarks");
        builder.HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(InstallationMark.MaxNameLength);
    }
}
