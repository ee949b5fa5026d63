using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

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
