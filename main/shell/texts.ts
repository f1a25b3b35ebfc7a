/** Words of menus, tray and dialogs. */
export interface ShellTexts {
  readonly app: string;
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  readonly help: string;
  readonly supervisor: string;
  readonly review: string;
  readonly show: string;
  readonly settings: string;
  readonly quit: string;
  readonly reload: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly fullScreen: string;
  readonly minimize: string;
  readonly close: string;
  readonly developer: string;
  readonly about: string;
  readonly coreStarting: string;
  readonly coreRunning: string;
  readonly coreRestarting: string;
  readonly coreStopping: string;
  readonly coreRefused: string;
  readonly tryAgain: string;
  readonly unattended: (count: number) => string;
  readonly openOutsideTitle: string;
  readonly openOutsideButton: string;
  readonly cancel: string;
  readonly unkeptTitle: string;
  readonly unkeptDetail: string;
  readonly pageFellTitle: string;
  readonly pageFellDetail: string;
  readonly noPage: string;
}

export type Language = 'zh' | 'en';

export const TEXTS: Readonly<Record<Language, ShellTexts>> = {
  zh: {
    app: '场控台',
    file: '文件',
    edit: '编辑',
    view: '视图',
    window: '窗口',
    help: '帮助',
    supervisor: '主管台',
    review: '复盘',
    show: '打开场控台',
    settings: '设置…',
    quit: '退出场控台',
    reload: '重新载入',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '实际大小',
    fullScreen: '全屏',
    minimize: '最小化',
    close: '关闭窗口',
    developer: '开发者工具',
    about: '关于场控台',
    coreStarting: '正在启动',
    coreRunning: '运行中',
    coreRestarting: '核心异常退出，正在自动重启',
    coreStopping: '正在退出',
    coreRefused: '核心无法启动',
    tryAgain: '重试',
    unattended: (count) => `${count} 条待处理`,
    openOutsideTitle: '在浏览器中打开这个地址？',
    openOutsideButton: '打开',
    cancel: '取消',
    unkeptTitle: '这台电脑没有可用的系统密钥库',
    unkeptDetail:
      '登录凭据不会写入磁盘，只保留到退出场控台为止，下次启动需要重新登录。安装并解锁系统密钥环（如 GNOME Keyring 或 KWallet）后即可保存。',
    pageFellTitle: '页面反复异常退出',
    pageFellDetail: '数据都在，核心仍在运行。请重新载入；若仍然如此，请重启场控台。',
    noPage: '程序文件不完整：缺少页面。请重新安装，或先运行 npm run build。',
  },
  en: {
    app: 'Changkong',
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    supervisor: 'Supervisor board',
    review: 'Review',
    show: 'Open Changkong',
    settings: 'Settings…',
    quit: 'Quit Changkong',
    reload: 'Reload',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close window',
    developer: 'Developer tools',
    about: 'About Changkong',
    coreStarting: 'Starting',
    coreRunning: 'Running',
    coreRestarting: 'The core ended unexpectedly and is being restarted',
    coreStopping: 'Quitting',
    coreRefused: 'The core cannot start',
    tryAgain: 'Try again',
    unattended: (count) => `${count} unattended`,
    openOutsideTitle: 'Open this address in the browser?',
    openOutsideButton: 'Open',
    cancel: 'Cancel',
    unkeptTitle: 'This computer has no usable key store',
    unkeptDetail:
      'Sign-ins are not written to disk: they last until you quit Changkong, and you sign in again after the next start. To keep them, install and unlock a system key ring (GNOME Keyring or KWallet).',
    pageFellTitle: 'The page keeps ending unexpectedly',
    pageFellDetail:
      'Nothing is lost and the core still runs. Reload it; if that does not help, restart Changkong.',
    noPage: 'The program is incomplete: its page is missing. Install it again, or run npm run build first.',
  },
};
