/** What the program says of itself. */
export const HELP =
  `A Clerk instance on this machine, for tests, demos and work offline.

Usage:
  emulator [options]            starts it and serves until it is interrupted
  emulator env                  prints the variables that an app needs
  emulator token USER           signs a user in, and prints the session token
  emulator trigger EVENT        sends a webhook, such as user.created
  emulator help                 prints this

env, token and trigger talk to the emulator that runs on --port.

Options:
  --port NUMBER       the port, 4640 by default; 0 for any that is free
  --seed FILE         what the instance begins with, in JSON
  --keys FILE         keeps keys in a file from run to run, which is made when it
                      is missing (mode 0600); by default they are made anew
  --state FILE        keeps what the instance holds in a file from run to run; the
                      seed counts for the first run alone
  --webhook URL       sends webhooks there, to a URL on this machine
  --strict            refuses operations that are answered by examples alone
  --org ID            for token: the active organization
  --data JSON         for trigger: what the event is about
  --json              prints JSON, for programs
  --quiet             prints nothing when all is well
  --host ADDRESS      another address to listen on; needs --expose unless it is
                      of this machine
  --expose            lets other machines in, who may then sign in as anybody
  --allow-host NAME   a name to answer for besides those of this machine; may be
                      given again
  -h, --help          prints this
  --version           prints the version of the package

Exit codes: 0 when all went well, 1 when something failed, 2 when the command
line cannot be understood.`;
